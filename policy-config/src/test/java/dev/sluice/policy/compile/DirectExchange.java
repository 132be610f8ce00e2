package dev.sluice.policy.compile;

import dev.sluice.policy.condition.CallerRoles;
import dev.sluice.policy.condition.PartnerCountry;
import dev.sluice.policy.condition.PartnerRegion;
import dev.sluice.policy.condition.TransferBasis;
import dev.sluice.policy.condition.Valid;
import dev.sluice.policy.decision.Ternary;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.vocabulary.Regions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** The conditions on who asks and when for {@link DirectPerson}, for a partner in one country without a transfer. */
record DirectExchange(Partner partner, Instant now, Set<String> callerRoles) {

    Ternary answer(Condition condition) {
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        String home = partner.countries().get(0).name();
        if (condition instanceof PartnerCountry countries) {
            return Ternary.of(names(countries.anyOf()).contains(home));
        }
        if (condition instanceof PartnerRegion regions) {
            return Ternary.of(names(regions.anyOf()).stream()
                    .anyMatch(name ->
                            Regions.shipped().region(name).countries(day).contains(home)));
        }
        if (condition instanceof TransferBasis) {
            return Ternary.FALSE;
        }
        if (condition instanceof CallerRoles roles) {
            return callerRoles == null ? Ternary.UNKNOWN : Ternary.of(matches(roles));
        }
        Valid valid = (Valid) condition;
        boolean begun = valid.from() == null || !day.isBefore(valid.from());
        boolean running = valid.until() == null || !day.isAfter(valid.until());
        return Ternary.of(begun && running);
    }

    private boolean matches(CallerRoles roles) {
        List<String> wanted = names(roles.roles());
        return switch (roles.match()) {
            case ANY_OF -> wanted.stream().anyMatch(callerRoles::contains);
            case ALL_OF -> callerRoles.containsAll(wanted);
            case NONE_OF -> wanted.stream().noneMatch(callerRoles::contains);
        };
    }

    private static List<String> names(List<Named> named) {
        return named.stream().map(Named::name).toList();
    }
}
