package dev.sluice.policy.yaml;

import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * What an unquoted scalar is: the core schema of YAML 1.2, with numbers as JSON writes them, so that {@code 0123} is
 * text.
 */
final class PlainScalars {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    private PlainScalars() {}

    static YamlScalar.Kind kindOf(ScalarEvent scalar) {
        return scalar.isPlain() ? kindOf(scalar.getValue()) : YamlScalar.Kind.TEXT;
    }

    /** What a text is where it stands without quotes. */
    static YamlScalar.Kind kindOf(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> YamlScalar.Kind.NULL;
            case "true", "True", "TRUE", "false", "False", "FALSE" -> YamlScalar.Kind.BOOLEAN;
            default -> NUMBER.matcher(text).matches() ? YamlScalar.Kind.NUMBER : YamlScalar.Kind.TEXT;
        };
    }
}
