package dev.sluice.policy.model;

import java.util.Locale;

/** The word of the policy language that a type stands for: {@code legal_obligation} for {@code LegalObligation}. */
final class TypeWord {

    private TypeWord() {}

    static String of(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
