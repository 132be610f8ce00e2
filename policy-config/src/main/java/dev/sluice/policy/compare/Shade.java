package dev.sluice.policy.compare;

import dev.sluice.policy.compile.MeetingForm;
import dev.sluice.policy.decision.Reason;
import dev.sluice.policy.form.KeyUse;
import dev.sluice.policy.transform.Keyed;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a place in one world.
 *
 * @param form in which it leaves, or null if it stays
 * @param recipe equal for forms that make the same of the same value, where their keys make the same
 * @param keys what the keys of the form make
 * @param source what else the form looks at and where that is read, in words; empty for nothing
 * @param demands what else the value has to be fit for, so that it leaves: the kinds of all forms that met it
 * @param grounds the legal grounds of the shares by which it leaves, as words
 * @param reason why
 */
record Shade(
        @Nullable MeetingForm form,
        Object recipe,
        List<KeyUse> keys,
        String source,
        Set<String> demands,
        Set<String> grounds,
        Reason reason) {

    Shade {
        keys = List.copyOf(keys);
        demands = Set.copyOf(demands);
        grounds = Set.copyOf(grounds);
    }

    static Shade withheld(Reason reason) {
        return new Shade(null, "", List.of(), "", Set.of(), Set.of(), reason);
    }

    boolean leaves() {
        return form != null;
    }

    /** The rule behind it, by name. */
    String rule() {
        return String.valueOf(reason.rule());
    }

    /** Whether the receiver gets the same, on the same ground. */
    boolean alike(Shade other) {
        return same(other) && grounds.equals(other.grounds);
    }

    private boolean same(Shade other) {
        return leaves() == other.leaves() && made(other) && sameKeys(other) && demands.equals(other.demands);
    }

    /** Whether the same is made of the same, but for what keys make. */
    private boolean made(Shade other) {
        return recipe.equals(other.recipe) && source.equals(other.source);
    }

    private boolean sameKeys(Shade other) {
        return keys.size() == other.keys.size() && KeyTurn.direction(keys, other.keys) == null;
    }

    /** Which way it goes from here to another. */
    Direction to(Shade after) {
        if (same(after)) {
            return Direction.NEITHER;
        }
        MeetingForm was = form;
        MeetingForm becomes = after.form;
        if (was == null || becomes == null) {
            return was == null ? Direction.WIDER : Direction.NARROWER;
        }
        if (!made(after) && !onlyFitFor(after)) {
            return was.milderThan(becomes) && after.demands.containsAll(demands) ? Direction.NARROWER : Direction.WIDER;
        }
        Direction keyed = KeyTurn.direction(keys, after.keys);
        if (demands.equals(after.demands) && keyed != null) {
            return keyed;
        }
        return keyed != Direction.WIDER && after.demands.containsAll(demands) ? Direction.NARROWER : Direction.WIDER;
    }

    /** Whether the same is made of the value alone, and what else is looked at serves what it must be fit for besides. */
    private boolean onlyFitFor(Shade after) {
        return recipe.equals(after.recipe) && source.isEmpty() && !demands.equals(after.demands);
    }

    /** The form in words. */
    @Nullable String text() {
        MeetingForm own = form;
        return own == null ? null : own.text();
    }

    /** What tells the form from another of the same words; empty for nothing. */
    String detail(Shade other) {
        MeetingForm own = form;
        MeetingForm its = other.form;
        if (own == null || its == null || same(other)) {
            return "";
        }
        String detail = "";
        if (own.text().equals(its.text())) {
            detail = keyed(own, other) + (source.equals(other.source) || source.isEmpty() ? "" : ", with " + source);
        }
        Set<String> more = new TreeSet<>(demands);
        more.removeAll(other.demands);
        return more.isEmpty() ? detail : detail + ", where it is fit for " + String.join(" and ", more) + " too";
    }

    /** The epochs of its keys, where another differs in what they make. */
    List<String> epochs(Shade other) {
        return !leaves() || !other.leaves() || !recipe.equals(other.recipe) || sameKeys(other)
                ? List.of()
                : keys.stream()
                        .flatMap(use -> use.used().stream())
                        .map(KeyUse.Names::epoch)
                        .distinct()
                        .toList();
    }

    private String keyed(MeetingForm own, Shade other) {
        if (!recipe.equals(other.recipe)) {
            return own.spec() instanceof Keyed keyed
                    ? " (key `" + Objects.toString(keyed.key(), "") + "`, domain `" + keyed.domain() + "`)"
                    : "";
        }
        if (sameKeys(other)) {
            return "";
        }
        boolean bytes = words(keys).equals(words(other.keys));
        return " (" + words(keys) + (bytes ? ", of other bytes" : "") + ")";
    }

    private static String words(List<KeyUse> keys) {
        return keys.stream().map(KeyUse::words).distinct().collect(Collectors.joining(" and "));
    }
}
