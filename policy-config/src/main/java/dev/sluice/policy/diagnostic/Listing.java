package dev.sluice.policy.diagnostic;

import java.util.List;
import java.util.stream.Collectors;

/** Several things in one sentence: {@code DE, AT or CH}. */
public final class Listing {

    private Listing() {}

    public static String or(List<?> things) {
        return joined(things, " or ");
    }

    public static String and(List<?> things) {
        return joined(things, " and ");
    }

    private static String joined(List<?> things, String last) {
        List<String> texts = things.stream().map(String::valueOf).collect(Collectors.toList());
        if (texts.size() < 2) {
            return String.join("", texts);
        }
        return String.join(", ", texts.subList(0, texts.size() - 1)) + last + texts.get(texts.size() - 1);
    }
}
