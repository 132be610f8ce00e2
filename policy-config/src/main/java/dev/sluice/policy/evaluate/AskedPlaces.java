package dev.sluice.policy.evaluate;

/**
 * What the rules of a plan ask of the records of one type, and where it stands. Immutable, shared by all exchanges of the
 * plan.
 *
 * @param rivals whether two places may name the same kind of id
 */
record AskedPlaces(
        RecordLayout layout,
        RecordLayout.Id[] ids,
        RecordLayout.AttributeSlots[] attributes,
        RecordLayout.ConsentSlots[] consents,
        Literal[] noneIf,
        boolean rivals,
        FactSlotsReader recordFacts,
        FactSlotsReader documentFacts) {

    static AskedPlaces of(RecordLayout layout, FactNeeds needs) {
        return new AskedPlaces(
                layout,
                layout.ids().toArray(RecordLayout.Id[]::new),
                layout.attributes().stream()
                        .filter(attribute -> needs.attributes()[attribute.index()])
                        .toArray(RecordLayout.AttributeSlots[]::new),
                layout.consents().stream()
                        .filter(consent -> needs.consents()[consent.place()])
                        .toArray(RecordLayout.ConsentSlots[]::new),
                layout.noneIf().stream().map(Literal::new).toArray(Literal[]::new),
                layout.ids().stream().filter(id -> id.namespace() == 0).count() > 1,
                new FactSlotsReader(layout.facts(), needs),
                new FactSlotsReader(layout.documentFacts(), needs));
    }
}
