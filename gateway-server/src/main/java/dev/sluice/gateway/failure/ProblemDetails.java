package dev.sluice.gateway.failure;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The body that tells a failure (RFC 9457). Its bytes depend on nothing but the failure, the status, the gateway's own
 * words and the exchange's id, so two problems of one kind differ in their instance alone.
 *
 * @param status the HTTP status, which may be the upstream's instead of the failure's own
 * @param instance the exchange's id
 * @param purposes the purposes to choose from, empty where that is not the question
 */
public record ProblemDetails(Failure failure, int status, String instance, List<String> purposes) {

    /** The media type of {@link #bytes()}. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_PREFIX = "urn:sluice:problem:";

    public ProblemDetails {
        purposes = List.copyOf(purposes);
    }

    public static ProblemDetails of(Failure failure, String instance) {
        return new ProblemDetails(failure, failure.status(), instance, List.of());
    }

    /** The problem's type, a URN that never changes. */
    public String type() {
        return TYPE_PREFIX + failure.code();
    }

    public byte[] bytes() {
        StringBuilder json = new StringBuilder(192);
        json.append("{\"type\":\"").append(type());
        json.append("\",\"title\":\"").append(failure.text());
        json.append("\",\"status\":").append(status);
        json.append(",\"instance\":\"").append(instance).append('"');
        if (!purposes.isEmpty()) {
            json.append(",\"purposes\":[\"")
                    .append(String.join("\",\"", purposes))
                    .append("\"]");
        }
        return json.append("}\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
