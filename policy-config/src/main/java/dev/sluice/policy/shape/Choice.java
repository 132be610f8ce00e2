package dev.sluice.policy.shape;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A map of exactly one key out of several, some of which may stand as a word instead. */
public record Choice(
        String name, String subject, String description, Map<String, Option> options, Optional<OtherKeys> others) {

    public Choice {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** One of the keys. @param alone whether it may stand as a word @param parameter what stands below it as a key */
    public record Option(String name, boolean alone, Optional<ValueType> parameter, String description) {}

    /** All known words, in the order in which they are told. */
    public List<String> words() {
        return List.copyOf(options.keySet());
    }
}
