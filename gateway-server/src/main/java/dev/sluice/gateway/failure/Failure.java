package dev.sluice.gateway.failure;

import static dev.sluice.gateway.failure.Party.CLIENT;
import static dev.sluice.gateway.failure.Party.GATEWAY;
import static dev.sluice.gateway.failure.Party.POLICY;
import static dev.sluice.gateway.failure.Party.UPSTREAM;

/**
 * Every way in which an exchange can fail. The code is the problem's type, the outcome in the log and the label in the
 * metrics, and is never renamed. No text holds anything of a request or an answer.
 */
public enum Failure {
    BAD_REQUEST(CLIENT, 400, "bad-request", "the request is not well-formed HTTP/1.1 as this gateway takes it"),
    TARGET_TOO_LONG(CLIENT, 414, "target-too-long", "the request line is longer than the limit"),
    HEAD_TOO_LARGE(CLIENT, 431, "head-too-large", "the request's header fields are more or larger than the limit"),
    VERSION_NOT_SUPPORTED(CLIENT, 505, "version-not-supported", "only HTTP/1.1 is spoken here"),
    REQUEST_TIMEOUT(CLIENT, 408, "request-timeout", "the request did not arrive in time"),
    EXPECTATION_FAILED(CLIENT, 417, "expectation-failed", "no expectation but 100-continue can be met"),
    METHOD_NOT_ALLOWED(CLIENT, 405, "method-not-allowed", "the route does not take this method"),
    UNKNOWN_PARTNER(CLIENT, 401, "unknown-partner", "the credential is missing or not known"),
    UNKNOWN_SHOP(CLIENT, 401, "unknown-shop", "the credential is missing or not known"),
    UNKNOWN_ROUTE(CLIENT, 404, "unknown-route", "there is no such route"),
    QUERY_NOT_ALLOWED(CLIENT, 400, "query-not-allowed", "the route does not take this query"),
    BODY_NOT_TAKEN(CLIENT, 400, "body-not-taken", "this route takes no request body"),
    PURPOSE_OPEN(CLIENT, 400, "purpose-open", "say the purpose in the header field Sluice-Purpose"),
    CLIENT_GONE(CLIENT, 499, "client-gone", "the caller closed the connection"),
    CLIENT_STALLED(CLIENT, 499, "client-stalled", "the caller stopped reading"),
    REQUEST_MEDIA_TYPE(CLIENT, 415, "request-media-type", "only JSON and newline-delimited JSON are taken"),
    REQUEST_CHARSET(CLIENT, 415, "request-charset", "only UTF-8 is taken"),
    REQUEST_CODING(CLIENT, 415, "request-coding", "only the content codings gzip and deflate are taken, one at a time"),
    REQUEST_BROKEN_CODING(CLIENT, 400, "request-broken-coding", "the body's content coding is broken"),
    REQUEST_INFLATES(CLIENT, 413, "request-inflates", "the body inflates beyond the limit"),
    REQUEST_TRUNCATED(CLIENT, 400, "request-truncated", "the body ended too early"),
    REQUEST_NOT_JSON(CLIENT, 400, "request-not-json", "the body is not well-formed JSON within the limits"),

    PARTNER_NOT_ON_ROUTE(POLICY, 403, "partner-not-on-route", "the route is not open to this partner"),
    PARTNER_SUSPENDED(POLICY, 403, "partner-suspended", "the partner is suspended"),
    PURPOSE_NOT_ALLOWED(POLICY, 403, "purpose-not-allowed", "the purpose is not one of this partner's"),
    NOT_AVAILABLE(POLICY, 404, "not-available", "absent or not available to you"),
    NOTHING_TO_SEND(POLICY, 422, "nothing-to-send", "nothing of this may go to the partner, so nothing was sent"),

    BUSY(GATEWAY, 503, "busy", "the gateway is at its limit"),
    POLICY_REPLACED(GATEWAY, 503, "policy-replaced", "the policy was replaced while this was under way; ask again"),
    STOPPING(GATEWAY, 503, "stopping", "the gateway is stopping"),
    INTERNAL(GATEWAY, 500, "internal", "the gateway failed"),

    UPSTREAM_UNREACHABLE(UPSTREAM, 502, "upstream-unreachable", "the service behind the gateway cannot be reached"),
    UPSTREAM_TIMEOUT(UPSTREAM, 504, "upstream-timeout", "the service behind the gateway did not answer in time"),
    UPSTREAM_EARLY(UPSTREAM, 502, "upstream-early", "the service behind the gateway answered before it had heard all"),
    UPSTREAM_SILENT(
            UPSTREAM, 502, "upstream-silent", "the service behind the gateway took the request and did not answer"),
    UPSTREAM_TRUNCATED(UPSTREAM, 502, "upstream-truncated", "the answer behind the gateway ended too early"),
    UPSTREAM_PROTOCOL(UPSTREAM, 502, "upstream-protocol", "the answer behind the gateway is not well-formed HTTP"),
    UPSTREAM_REDIRECT(UPSTREAM, 502, "upstream-redirect", "the service behind the gateway sent a redirect"),
    UPSTREAM_PARTIAL(UPSTREAM, 502, "upstream-partial", "the service behind the gateway sent a part only"),
    UPSTREAM_REFUSED(UPSTREAM, 502, "upstream-refused", "the service behind the gateway refused the request"),
    UPSTREAM_MEDIA_TYPE(UPSTREAM, 502, "upstream-media-type", "the answer behind the gateway is no JSON by its type"),
    UPSTREAM_CHARSET(UPSTREAM, 502, "upstream-charset", "the answer behind the gateway is not UTF-8"),
    UPSTREAM_CODING(UPSTREAM, 502, "upstream-coding", "the answer behind the gateway has an unknown content coding"),
    UPSTREAM_BROKEN_CODING(UPSTREAM, 502, "upstream-broken-coding", "the answer's content coding is broken"),
    UPSTREAM_INFLATES(UPSTREAM, 502, "upstream-inflates", "the answer behind the gateway inflates beyond the limit"),
    UPSTREAM_NOT_JSON(UPSTREAM, 502, "upstream-not-json", "the answer behind the gateway is not well-formed JSON");

    private final Party party;
    private final int status;
    private final String code;
    private final String text;

    Failure(Party party, int status, String code, String text) {
        this.party = party;
        this.status = status;
        this.code = code;
        this.text = text;
    }

    public Party party() {
        return party;
    }

    /** The HTTP status of the problem; 499 means that nobody is left to tell. */
    public int status() {
        return status;
    }

    /** The stable word of this failure. */
    public String code() {
        return code;
    }

    /** One sentence for the caller. */
    public String text() {
        return text;
    }
}
