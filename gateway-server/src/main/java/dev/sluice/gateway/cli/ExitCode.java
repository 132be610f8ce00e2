package dev.sluice.gateway.cli;

/** How a command ended, as its caller sees it. */
enum ExitCode {
    /** It did what was asked. */
    DONE(0),
    /**
     * What was looked at is not as it should be: warnings under {@code --strict}, a failed test, a demo that went
     * wrong.
     */
    FINDINGS(1),
    /** It could not be done: a wrong argument, a bad bundle or configuration, input that is not JSON. */
    REFUSED(2),
    /** Of two bundles, the new one lets something out that the old one does not. */
    WIDENED(3);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
