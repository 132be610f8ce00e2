package dev.sluice.policy.world;

/** What a world says something of. @param name tells attributes apart; empty for the others */
public record Fact(Kind kind, String name) {

    /** In the order in which a customer is described. */
    public enum Kind {
        KNOWN("whether the customer is known"),
        COUNTRY("country"),
        STATE("state"),
        AGE("age"),
        GENDER("gender"),
        LANGUAGE("language"),
        ATTRIBUTE("attribute"),
        RECORD_FACT("fact"),
        CONSENT("consents"),
        CALLER_ROLES("roles of who asks"),
        DAY("time");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    public static Fact of(Kind kind) {
        return new Fact(kind, "");
    }

    @Override
    public String toString() {
        return name.isEmpty() ? kind.text : kind.text + " `" + name + "`";
    }
}
