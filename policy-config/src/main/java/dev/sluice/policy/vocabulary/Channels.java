package dev.sluice.policy.vocabulary;

import java.util.List;

/** The ways to reach a customer that a consent may be about. */
public final class Channels {

    private static final List<String> NAMES = List.of("email", "phone", "postal", "push", "sms", "whatsapp");

    private Channels() {}

    public static boolean known(String name) {
        return NAMES.contains(name);
    }

    /** All channels, sorted. */
    public static List<String> names() {
        return NAMES;
    }
}
