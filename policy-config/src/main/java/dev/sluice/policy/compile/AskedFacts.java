package dev.sluice.policy.compile;

import dev.sluice.policy.condition.CustomerFact;
import dev.sluice.policy.condition.FactSource;
import dev.sluice.policy.evaluate.FactNeeds;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.vocabulary.Regions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The facts of one catalog's records that the conditions of one plan ask for. */
final class AskedFacts implements FactSource {

    private final CompiledCatalog catalog;
    private final Partner partner;
    private final Regions regions;
    private final Set<CustomerFact> asked = EnumSet.noneOf(CustomerFact.class);
    private final boolean[] attributes;
    private final boolean[] facts;

    AskedFacts(CompiledCatalog catalog, Partner partner, Regions regions) {
        this.catalog = catalog;
        this.partner = partner;
        this.regions = regions;
        this.attributes = new boolean[catalog.attributes().size()];
        this.facts = new boolean[catalog.facts().size()];
    }

    @Override
    public void ask(CustomerFact fact) {
        asked.add(fact);
    }

    @Override
    public OptionalInt attribute(String name) {
        int index = catalog.attributes().indexOf(name);
        if (index < 0) {
            return OptionalInt.empty();
        }
        attributes[index] = true;
        return OptionalInt.of(index);
    }

    @Override
    public Optional<Place> fact(String name) {
        for (int index = 0; index < facts.length; index++) {
            CompiledCatalog.FactName fact = catalog.facts().get(index);
            if (fact.name().equals(name)) {
                facts[index] = true;
                return Optional.of(new Place(index, fact.number()));
            }
        }
        return Optional.empty();
    }

    @Override
    public Partner partner() {
        return partner;
    }

    @Override
    public Regions regions() {
        return regions;
    }

    /** @param consents those that are asked for, by place @param ofForms whether forms ask for the country too */
    FactNeeds needs(boolean ids, boolean ofForms, boolean[] consents) {
        return new FactNeeds(
                ids,
                asked.contains(CustomerFact.COUNTRY) || ofForms,
                asked.contains(CustomerFact.STATE),
                asked.contains(CustomerFact.LANGUAGE),
                asked.contains(CustomerFact.GENDER),
                asked.contains(CustomerFact.BIRTH),
                consents,
                attributes,
                facts);
    }
}
