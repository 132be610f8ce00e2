package dev.sluice.policy.compile;

import dev.sluice.policy.compile.CompiledCatalog.ConsentPlace;
import dev.sluice.policy.decision.KnownCustomer;
import dev.sluice.policy.evaluate.ConsentDemand;
import dev.sluice.policy.evaluate.ConsentQuestion;
import dev.sluice.policy.evaluate.ConsentReach;
import dev.sluice.policy.model.Basis.ConsentRequirement;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.vocabulary.Purposes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What may be asked of a catalog's consent places for one partner, and which of them have been asked. */
final class ConsentQuestions {

    private final List<ConsentPlace> places;
    private final Partner partner;
    private final boolean[] asked;
    private final List<AskedConsent> heard = new ArrayList<>();

    ConsentQuestions(CompiledCatalog catalog, Partner partner) {
        this.places = catalog.consentPlaces();
        this.partner = partner;
        this.asked = new boolean[places.size()];
    }

    /** The questions that were made since this was called last. */
    List<AskedConsent> askedSince() {
        List<AskedConsent> since = List.copyOf(heard);
        heard.clear();
        return since;
    }

    /** By place. */
    boolean[] asked() {
        return asked;
    }

    /** A grant counts for exactly its purpose, a refusal for all below it; without a channel a grant must name none. */
    ConsentQuestion required(String purpose, ConsentRequirement wanted) {
        Predicate<ConsentPlace> granting = place -> place.purpose().equals(purpose)
                && (place.channel() == null || place.channel().equals(channel(wanted)))
                && concerns(place)
                && (!wanted.namesPartner() || place.partner() != null)
                && (!wanted.byGuardian() || place.byGuardian());
        Set<String> wordings =
                new TreeSet<>(wanted.wordings().stream().map(Named::name).toList());
        ConsentDemand demand = new ConsentDemand(wanted.doubleOptIn(), wordings, wanted.maxAge());
        ConsentQuestion question = question(granting, purpose, channel(wanted), demand);
        heard.add(new AskedConsent(purpose, wanted, question));
        return question;
    }

    /** Whether anybody spoke against a purpose, over whatever channel. */
    ConsentQuestion objection(String purpose) {
        return required(purpose, ConsentRequirement.any());
    }

    private ConsentQuestion question(
            Predicate<ConsentPlace> granting, String purpose, @Nullable String channel, ConsentDemand demand) {
        Predicate<ConsentPlace> touched = place ->
                (place.channel() == null || channel == null || place.channel().equals(channel)) && concerns(place);
        Predicate<ConsentPlace> refusing = touched.and(place -> Purposes.covers(place.purpose(), purpose));
        Predicate<ConsentPlace> expiring = touched.and(place -> place.purpose().equals(purpose));
        boolean[] grants = of(granting);
        boolean[] refuses = of(refusing);
        for (int k = 0; k < asked.length; k++) {
            asked[k] |= grants[k] || refuses[k];
        }
        ConsentReach reach = new ConsentReach(
                entry -> granting.test(place(entry)),
                entry -> refusing.test(place(entry)),
                entry -> expiring.test(place(entry)));
        return new ConsentQuestion(grants, refuses, of(expiring), reach, demand);
    }

    private boolean[] of(Predicate<ConsentPlace> wanted) {
        boolean[] result = new boolean[places.size()];
        for (int k = 0; k < result.length; k++) {
            result[k] = wanted.test(places.get(k));
        }
        return result;
    }

    /** What an entry on record speaks of, as if it stood in a document. */
    private static ConsentPlace place(KnownCustomer.Entry entry) {
        return new ConsentPlace(entry.purpose(), entry.channel(), entry.partner(), entry.role(), entry.byGuardian());
    }

    /** Whether an entry there is about this partner. */
    private boolean concerns(ConsentPlace place) {
        return (place.partner() == null || place.partner().equals(partner.id().name()))
                && (place.role() == null || place.role().equals(partner.role().name()));
    }

    private static @Nullable String channel(ConsentRequirement wanted) {
        Named channel = wanted.channel();
        return channel == null ? null : channel.name();
    }

    /** Equal for questions that always have the same answer. */
    static String key(String purpose, ConsentRequirement wanted) {
        return "consent " + purpose + " " + channel(wanted) + " " + wanted.doubleOptIn() + " "
                + wanted.wordings().stream().map(Named::name).sorted().toList() + " " + wanted.namesPartner() + " "
                + wanted.maxAge() + " " + wanted.byGuardian();
    }
}
