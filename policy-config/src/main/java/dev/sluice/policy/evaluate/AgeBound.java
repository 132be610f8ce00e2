package dev.sluice.policy.evaluate;

import dev.sluice.policy.vocabulary.AgeTable;

/** An age in whole years: a number, or what the law says where the customer lives. */
public interface AgeBound {

    /** The lowest that it may be. @param country a country's number, or less where it is not known */
    int least(Moment moment, int country);

    /** The highest that it may be. */
    int most(Moment moment, int country);

    static AgeBound years(int years) {
        return new AgeBound() {
            @Override
            public int least(Moment moment, int country) {
                return years;
            }

            @Override
            public int most(Moment moment, int country) {
                return years;
            }
        };
    }

    static AgeBound of(AgeTable table) {
        return new AgeBound() {
            @Override
            public int least(Moment moment, int country) {
                return country < Person.KNOWN ? moment.lowest(table) : moment.age(table, country);
            }

            @Override
            public int most(Moment moment, int country) {
                return country < Person.KNOWN ? moment.highest(table) : moment.age(table, country);
            }
        };
    }
}
