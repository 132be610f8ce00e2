package dev.sluice.policy.form;

import dev.sluice.policy.field.RecordContext;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Google's rules (customer match, enhanced conversions): trimmed, lower case; phones as E.164 with the plus; no dots before
 * {@code gmail.com} and {@code googlemail.com}. Country, state, city and postcode it takes in clear only.
 */
final class GoogleMatch implements MatchProfile {

    private static final Set<MatchIdentifier> HASHED = EnumSet.of(
            MatchIdentifier.EMAIL,
            MatchIdentifier.PHONE,
            MatchIdentifier.FIRST_NAME,
            MatchIdentifier.LAST_NAME,
            MatchIdentifier.STREET);

    private static final Set<String> DOTLESS = Set.of("gmail.com", "googlemail.com");

    @Override
    public Set<MatchIdentifier> hashed() {
        return HASHED;
    }

    @Override
    public Set<MatchIdentifier> local() {
        return EnumSet.of(MatchIdentifier.PHONE);
    }

    @Override
    public @Nullable String spelled(MatchIdentifier identifier, String text, RecordContext context) {
        return switch (identifier) {
            case EMAIL -> email(text);
            case PHONE -> PhoneNumber.e164(text, context.country());
            case FIRST_NAME, LAST_NAME, STREET -> text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
            default -> null;
        };
    }

    private static @Nullable String email(String text) {
        EmailAddress address = EmailAddress.read(text.toLowerCase(Locale.ROOT));
        if (address == null) {
            return null;
        }
        boolean dotless = DOTLESS.contains(address.domain());
        String local = dotless ? address.local().replace(".", "") : address.local();
        return local.isEmpty() ? null : local + "@" + address.domain();
    }
}
