package dev.sluice.policy.condition;

import dev.sluice.policy.decision.Ternary;
import dev.sluice.policy.evaluate.Check;
import dev.sluice.policy.evaluate.Checks;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.vocabulary.Countries;
import dev.sluice.policy.vocabulary.Region;
import dev.sluice.policy.vocabulary.Regions;
import dev.sluice.policy.vocabulary.States;
import dev.sluice.policy.vocabulary.TransferGround;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where the partner takes the data: its countries, and the ground of the transfer there, on the exchange's day. Where only
 * some of its countries are meant, nobody knows where the data will go.
 */
final class Destination {

    private final Set<String> countries = new HashSet<>();
    private final Partner partner;
    private final Regions regions;

    private Destination(Partner partner, Regions regions) {
        this.partner = partner;
        this.regions = regions;
        partner.countries().forEach(country -> countries.add(code(country)));
    }

    static Destination of(FactSource facts) {
        return new Destination(facts.partner(), facts.regions());
    }

    /** @param wanted alpha-2 codes in capitals */
    Check country(Collection<String> wanted) {
        return Checks.constant(allWithin(Set.copyOf(wanted), Set.of()));
    }

    /** @param wanted names of known regions */
    Check region(Collection<String> wanted) {
        List<Region> any = wanted.stream().map(regions::region).toList();
        return Checks.daily(day -> {
            boolean certified = transferCarried(day) && transferWord().equals("dpf");
            Set<String> whole = new HashSet<>();
            Set<String> partly = new HashSet<>();
            for (Region region : any) {
                whole.addAll(region.countries(day));
                whole.addAll(certified ? region.certified(day) : Set.of());
                region.states(day).forEach(state -> partly.add(States.country(state)));
            }
            return allWithin(whole, partly);
        });
    }

    /** A ground that has ended, or does not carry a transfer to these countries, is none. */
    Check transferBasis(Collection<String> wanted) {
        Set<String> words = Set.copyOf(wanted);
        return Checks.daily(day -> Ternary.of(words.contains(transferWord()) && transferCarried(day)));
    }

    private String transferWord() {
        Partner.Transfer transfer = partner.transfer();
        return transfer == null ? "" : transfer.basis().name();
    }

    private boolean transferCarried(LocalDate day) {
        Partner.Transfer transfer = partner.transfer();
        return transfer != null
                && new TransferGround(transfer.basis().name(), transfer.signed(), transfer.ends())
                        .carries(countries, regions, day);
    }

    private Ternary allWithin(Set<String> whole, Set<String> partly) {
        if (!countries.isEmpty() && whole.containsAll(countries)) {
            return Ternary.TRUE;
        }
        boolean outside = countries.stream().noneMatch(code -> whole.contains(code) || partly.contains(code));
        return outside && !countries.isEmpty() ? Ternary.FALSE : Ternary.UNKNOWN;
    }

    private static String code(Named country) {
        String code = Countries.alpha2(country.name());
        return code == null ? country.name() : code;
    }
}
