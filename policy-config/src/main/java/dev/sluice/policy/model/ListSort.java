package dev.sluice.policy.model;

/** What the values of a list are, so that a list of partners is not taken for one of countries. */
public enum ListSort {
    COUNTRIES("countries"),
    REGIONS("regions"),
    STATES("states"),
    PARTNERS("partners"),
    ROLES("roles"),
    CATEGORIES("categories"),
    PURPOSES("purposes"),
    /** Any values, for wherever values are expected. */
    VALUES("values");

    private final String key;

    ListSort(String key) {
        this.key = key;
    }

    /** The key that declares such a list. */
    public String key() {
        return key;
    }

    public boolean fits(ListSort wanted) {
        return this == wanted || this == VALUES;
    }
}
