package dev.sluice.gateway.draft;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** What members are called that hold people beside the customer: theirs is not the customer's to share. */
final class OtherPeople {

    private static final Pattern WORDS = Pattern.compile(
            "friends?|relatives?|spouse|husband|wife|mothers?|fathers?|parents?|guardians?|child|children|kids?"
                    + "|siblings?|brothers?|sisters?|dependents?|kin|emergency|referrals?|referrer|referred|invitees?"
                    + "|invited|beneficiar(y|ies)|colleagues?|seller|agent|rep|staff|cc|bcc");

    /** Where one word begins behind another: {@code bestFriend}, {@code spouse_email}. */
    private static final Pattern NEXT_WORD = Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])");

    private OtherPeople() {}

    /** Whether a member is called after them; a {@code family_name} is a name of one's own. */
    static boolean named(String member) {
        return member.equalsIgnoreCase("family")
                || Arrays.stream(NEXT_WORD.split(member))
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .anyMatch(word -> WORDS.matcher(word).matches());
    }

    /** Whether a place stands below such a member. */
    static boolean at(String path) {
        return Arrays.stream(path.split("[.\\[\\]]+")).anyMatch(OtherPeople::named);
    }
}
