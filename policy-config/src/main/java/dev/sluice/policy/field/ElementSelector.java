package dev.sluice.policy.field;

import java.util.Map;

/**
 * Selects the elements of an array by string members of theirs: {@code [?key='gift' && lang='de']}.
 *
 * @param wanted text by member name; all must be there, each once
 * @param child the node of a selected element
 */
public record ElementSelector(Map<String, String> wanted, int child) {

    public ElementSelector {
        wanted = Map.copyOf(wanted);
    }
}
