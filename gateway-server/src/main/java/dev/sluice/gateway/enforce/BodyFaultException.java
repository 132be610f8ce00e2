package dev.sluice.gateway.enforce;

import dev.sluice.gateway.failure.BodyFault;

/** A body cannot be judged to its end. Says what is wrong with it and nothing of what stands in it. */
public final class BodyFaultException extends Exception {

    private static final long serialVersionUID = 1L;

    private final BodyFault fault;

    public BodyFaultException(BodyFault fault) {
        super(fault.name(), null, false, false);
        this.fault = fault;
    }

    public BodyFault fault() {
        return fault;
    }
}
