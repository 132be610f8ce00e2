package dev.sluice.policy.vocabulary;

import java.util.List;

/** What partners do for the shop. */
public final class Roles {

    private static final List<String> NAMES = List.of(
            "advertiser",
            "analytics",
            "carrier",
            "customer_support",
            "email_marketer",
            "fraud_prevention",
            "loyalty",
            "marketplace",
            "payment",
            "processor",
            "reviews",
            "sms_marketer");

    private Roles() {}

    public static boolean known(String name) {
        return NAMES.contains(name);
    }

    /** All roles, sorted. */
    public static List<String> names() {
        return NAMES;
    }
}
