package dev.sluice.policy.evaluate;

/** The genders that conditions know, as small numbers after the two that stand for absent and unknown. */
final class Genders {

    /** More than the highest. */
    static final int LIMIT = Person.KNOWN + 3;

    private Genders() {}

    static int of(String word) {
        return switch (word) {
            case "male" -> Person.KNOWN;
            case "female" -> Person.KNOWN + 1;
            case "other" -> Person.KNOWN + 2;
            default -> Person.UNKNOWN;
        };
    }
}
