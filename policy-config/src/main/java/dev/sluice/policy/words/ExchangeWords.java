package dev.sluice.policy.words;

import dev.sluice.policy.diagnostic.Listing;
import dev.sluice.policy.model.Condition;
import java.time.LocalDate;

/** The conditions on who asks, and when: {@code the partner is in DE or AT}. */
final class ExchangeWords {

    private ExchangeWords() {}

    static String of(Condition condition, boolean holds) {
        if (condition instanceof Condition.PartnerCountry countries) {
            return "the partner is " + (holds ? "" : "not ") + "in " + Listing.or(countries.anyOf());
        }
        if (condition instanceof Condition.PartnerRegion regions) {
            return "the partner is " + (holds ? "" : "not ") + "in the region " + Listing.or(regions.anyOf());
        }
        if (condition instanceof Condition.TransferBasis bases) {
            return "the transfer to the partner " + (holds ? "rests" : "does not rest") + " on "
                    + Listing.or(bases.anyOf());
        }
        if (condition instanceof Condition.CallerRoles roles) {
            return "the person who asks " + roles(roles, holds);
        }
        if (condition instanceof Condition.Valid valid) {
            return days(valid, holds);
        }
        throw new IllegalArgumentException(
                "no words for " + condition.getClass().getSimpleName());
    }

    private static String roles(Condition.CallerRoles roles, boolean holds) {
        boolean all = roles.match() == Condition.CallerRoles.Match.ALL_OF;
        boolean none = roles.match() == Condition.CallerRoles.Match.NONE_OF;
        return (holds != none ? "is " : "is not ") + (all ? Listing.and(roles.roles()) : Listing.or(roles.roles()));
    }

    private static String days(Condition.Valid valid, boolean holds) {
        LocalDate from = valid.from();
        LocalDate until = valid.until();
        String begin = holds ? "it is " : "it is not ";
        if (from == null) {
            return begin + "on or before " + until;
        }
        return until == null ? begin + "on or after " + from : begin + "from " + from + " to " + until;
    }
}
