package dev.sluice.gateway.failure;

/** What can be wrong with a JSON body, whichever way it goes. */
public enum BodyFault {
    MEDIA_TYPE(Failure.REQUEST_MEDIA_TYPE, Failure.UPSTREAM_MEDIA_TYPE),
    CHARSET(Failure.REQUEST_CHARSET, Failure.UPSTREAM_CHARSET),
    CODING(Failure.REQUEST_CODING, Failure.UPSTREAM_CODING),
    BROKEN_CODING(Failure.REQUEST_BROKEN_CODING, Failure.UPSTREAM_BROKEN_CODING),
    INFLATES(Failure.REQUEST_INFLATES, Failure.UPSTREAM_INFLATES),
    TRUNCATED(Failure.REQUEST_TRUNCATED, Failure.UPSTREAM_TRUNCATED),
    NOT_JSON(Failure.REQUEST_NOT_JSON, Failure.UPSTREAM_NOT_JSON),
    NO_ROOM(Failure.BUSY, Failure.BUSY);

    private final Failure inRequest;
    private final Failure inAnswer;

    BodyFault(Failure inRequest, Failure inAnswer) {
        this.inRequest = inRequest;
        this.inAnswer = inAnswer;
    }

    /** The failure when the body is a request's. */
    public Failure inRequest() {
        return inRequest;
    }

    /** The failure when the body is an answer's. */
    public Failure inAnswer() {
        return inAnswer;
    }
}
