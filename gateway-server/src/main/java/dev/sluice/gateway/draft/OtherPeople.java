package dev.sluice.gateway.draft;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** What members are called that hold people whom the customer knows: theirs is not the customer's to share. */
final class OtherPeople {

    private static final Pattern NAMES = Pattern.compile(
            "friends?|relatives?|family|spouse|husband|wife|mothers?|fathers?|parents?|guardians?|child|children|kids?"
                    + "|siblings?|brothers?|sisters?|dependents?|emergencycontacts?|references?|referrals?|referrer"
                    + "|referredby|invitees?|invited|beneficiar(y|ies)");

    private OtherPeople() {}

    /** Whether a member is called after them. */
    static boolean named(String member) {
        return NAMES.matcher(member.toLowerCase(Locale.ROOT).replaceAll("['_$-]", ""))
                .matches();
    }

    /** Whether a place stands below such a member. */
    static boolean at(String path) {
        return Arrays.stream(path.split("[.\\[\\]]+")).anyMatch(OtherPeople::named);
    }
}
