package dev.sluice.policy.evaluate;

/**
 * Which facts the conditions of a plan ask for; the others are not read.
 *
 * @param ids whether forms need the customer's id as text, or the country
 * @param consents by the catalog's consent places
 * @param attributes by the catalog's attributes
 * @param facts by the catalog's facts of records and the document
 */
public record FactNeeds(
        boolean ids,
        boolean country,
        boolean state,
        boolean language,
        boolean gender,
        boolean birth,
        boolean[] consents,
        boolean[] attributes,
        boolean[] facts) {

    public FactNeeds {
        consents = consents.clone();
        attributes = attributes.clone();
        facts = facts.clone();
    }

    /**
     * The same where several sources may speak of one person: with the country the state is read,
     * since what one says of the one can contradict what another says of the other.
     */
    FactNeeds ofSeveralSources() {
        return new FactNeeds(ids, country, state || country, language, gender, birth, consents, attributes, facts);
    }
}
