package dev.sluice.policy.transform;

import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.yaml.YamlNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The word of a form, and how it is written.
 *
 * @param alone what its name alone means, or null where it needs parameters
 * @param parameters reads them, or null where it has none
 * @param example for whoever forgets them
 */
public record FormWord(
        String word, @Nullable FormSpec alone, @Nullable Reader parameters, String example) {

    /** Reads what stands below the word. What is wrong with it goes to the reading's problems. */
    @FunctionalInterface
    public interface Reader {

        Optional<FormSpec> read(YamlNode value, Reading reading);
    }

    /** A form without parameters. */
    static FormWord alone(String word, FormSpec form) {
        return new FormWord(word, form, null, "");
    }

    /** A form whose parameters may be left out. @param form what it is without them */
    static FormWord either(String word, FormSpec form, Reader parameters) {
        return new FormWord(word, form, parameters, "");
    }

    /** A form that needs parameters. */
    static FormWord with(String word, Reader parameters, String example) {
        return new FormWord(word, null, parameters, example);
    }
}
