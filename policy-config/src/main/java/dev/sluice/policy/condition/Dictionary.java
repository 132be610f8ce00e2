package dev.sluice.policy.condition;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Named;
import java.util.List;

/** The vocabularies that terms take words of. A word that is in none of them is a problem. */
public interface Dictionary {

    void countries(List<Named> countries);

    void states(List<Named> states);

    void regions(List<Named> regions);

    void languages(List<Named> languages);

    /** Where a term tells what it refuses by its own list. */
    Problems problems();
}
