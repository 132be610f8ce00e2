package dev.sluice.policy.compare;

import dev.sluice.policy.compare.Differences.Declared;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.model.Partner.Transfer;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What two bundles say of a partner itself: to whom, where, for what and on which ground data goes at all. Whatever is not
 * clearly narrower counts as wider.
 */
final class PartnerFacts {

    private static final String NOTHING = "nothing";

    private final String id;
    private final List<Declared> found = new ArrayList<>();

    private PartnerFacts(String id) {
        this.id = id;
    }

    static List<Declared> compare(String id, @Nullable Partner before, @Nullable Partner after) {
        PartnerFacts facts = new PartnerFacts(id);
        if (before == null || after == null) {
            Direction direction = before == null ? Direction.WIDER : Direction.NARROWER;
            facts.add(
                    direction, "partner", before == null ? NOTHING : "declared", after == null ? NOTHING : "declared");
        } else {
            facts.compare(before, after);
        }
        return facts.found;
    }

    private void compare(Partner before, Partner after) {
        boolean resumed = after.status() == Partner.Status.ACTIVE;
        other(resumed ? Direction.WIDER : Direction.NARROWER, "status", word(before.status()), word(after.status()));
        other(Direction.WIDER, "role", before.role().name(), after.role().name());
        sets("countries", before.countries(), after.countries());
        sets("purposes", before.purposes(), after.purposes());
        sets("api keys", shortened(before.apiKeys()), shortened(after.apiKeys()));
        transfer(before.transfer(), after.transfer());
        other(
                Objects.equals(key(before), key(after)) ? Direction.NEITHER : Direction.WIDER,
                "encryption",
                before.encryption() == null ? NOTHING : "a key",
                after.encryption() == null ? NOTHING : key(before).equals(key(after)) ? "a key" : "another key");
        other(Direction.WIDER, "key_change", word(before.keyChange()), word(after.keyChange()));
        other(
                longer(before.retention(), after.retention()) ? Direction.WIDER : Direction.NARROWER,
                "retention",
                Objects.toString(before.retention(), NOTHING),
                Objects.toString(after.retention(), NOTHING));
        other(Direction.NEITHER, "name", text(before.name()), text(after.name()));
        other(Direction.NEITHER, "contact", text(before.contact()), text(after.contact()));
    }

    private static String text(@Nullable String text) {
        return Objects.toString(text, NOTHING);
    }

    private static String key(Partner of) {
        Partner.Encryption encryption = of.encryption();
        return encryption == null ? "" : encryption.text();
    }

    private static boolean longer(@Nullable String before, @Nullable String after) {
        if (before == null || after == null) {
            return after == null;
        }
        LocalDate day = LocalDate.EPOCH;
        return day.plus(Period.parse(after)).isAfter(day.plus(Period.parse(before)));
    }

    private void transfer(@Nullable Transfer before, @Nullable Transfer after) {
        boolean sooner = before != null
                && after != null
                && before.basis().name().equals(after.basis().name())
                && !starts(after).isBefore(starts(before))
                && !ends(after).isAfter(ends(before));
        other(sooner ? Direction.NARROWER : Direction.WIDER, "transfer", words(before), words(after));
    }

    private static LocalDate starts(Transfer transfer) {
        return transfer.signed() == null ? LocalDate.MIN : transfer.signed();
    }

    private static LocalDate ends(Transfer transfer) {
        return transfer.ends() == null ? LocalDate.MAX : transfer.ends();
    }

    private static String words(@Nullable Transfer transfer) {
        if (transfer == null) {
            return NOTHING;
        }
        return transfer.basis()
                + (transfer.signed() == null ? "" : " from " + transfer.signed())
                + (transfer.ends() == null ? "" : " until " + transfer.ends());
    }

    private static List<Named> shortened(List<Named> digests) {
        return digests.stream()
                .map(one ->
                        new Named(one.name().substring(0, Math.min(8, one.name().length())) + "…", one.location()))
                .toList();
    }

    private static String word(Enum<?> of) {
        return of.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** A set of which each one more lets more. */
    private void sets(String what, List<Named> before, List<Named> after) {
        Set<String> was = names(before);
        Set<String> becomes = names(after);
        if (was.equals(becomes)) {
            return;
        }
        boolean fewer =
                was.containsAll(becomes) && !becomes.isEmpty() || what.equals("api keys") && was.containsAll(becomes);
        add(fewer ? Direction.NARROWER : Direction.WIDER, what, list(was), list(becomes));
    }

    private static String list(Set<String> names) {
        return names.isEmpty() ? NOTHING : String.join(", ", names);
    }

    private static Set<String> names(List<Named> named) {
        Set<String> names = new TreeSet<>();
        named.forEach(one -> names.add(one.name()));
        return names;
    }

    private void other(Direction direction, String what, String before, String after) {
        if (!before.equals(after)) {
            add(direction, what, before, after);
        }
    }

    private void add(Direction direction, String what, String before, String after) {
        found.add(new Declared(direction, id, what, before, after));
    }
}
