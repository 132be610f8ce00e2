package dev.sluice.gateway.demo;

/** The terminal's colours, or none where nobody watches. */
public final class Colours {

    private final boolean on;

    public Colours(boolean on) {
        this.on = on;
    }

    String bold(String text) {
        return in("1", text);
    }

    String dim(String text) {
        return in("2", text);
    }

    String shared(String text) {
        return in("32", text);
    }

    String changed(String text) {
        return in("33", text);
    }

    String wrong(String text) {
        return in("31", text);
    }

    private String in(String code, String text) {
        return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
