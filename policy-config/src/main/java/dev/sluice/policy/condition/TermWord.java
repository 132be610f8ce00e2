package dev.sluice.policy.condition;

import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.ListSort;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The word that a term begins with, and how what stands below it is read. */
public record TermWord(String word, Reader reader) {

    /** Reads what stands below the word. What is wrong with it goes to the reading's problems. */
    @FunctionalInterface
    public interface Reader {

        /** @param location of the word */
        Optional<Condition> read(YamlNode value, SourceLocation location, Reading reading);
    }

    /** A term that lists words any of which will do. */
    static TermWord anyOf(String word, ListSort sort, BiFunction<List<Named>, SourceLocation, Condition> term) {
        return new TermWord(word, (value, location, reading) -> {
            List<Named> names = reading.names(value, "`" + word + "`", sort);
            return names.isEmpty() ? Optional.empty() : Optional.of(term.apply(names, location));
        });
    }
}
