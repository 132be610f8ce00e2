package dev.sluice.policy.evaluate;

import java.util.List;

/**
 * What is known of one fact of a record or document. Personal data: never printed.
 *
 * @param values those that are known
 * @param known whether these are all
 */
record FactValues(List<Attribute> values, boolean known) {

    /** Something is there that cannot be used. */
    static final FactValues UNKNOWN = new FactValues(List.of(), false);

    FactValues {
        values = List.copyOf(values);
    }

    static FactValues of(Attribute value) {
        return value == Attribute.UNKNOWN ? UNKNOWN : new FactValues(List.of(value), true);
    }

    /** Whether both say the same, value by value. */
    boolean same(FactValues other) {
        if (known != other.known || values.size() != other.values.size()) {
            return false;
        }
        for (int k = 0; k < values.size(); k++) {
            if (!values.get(k).same(other.values.get(k))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return "FactValues";
    }
}
