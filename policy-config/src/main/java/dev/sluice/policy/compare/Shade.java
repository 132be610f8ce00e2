package dev.sluice.policy.compare;

import dev.sluice.policy.compile.MeetingForm;
import dev.sluice.policy.decision.Reason;
import dev.sluice.policy.model.FormSpec;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a place in one world.
 *
 * @param form in which it leaves, or null if it stays
 * @param recipe equal for forms that make the same of the same value
 * @param demands what else the value has to be fit for, so that it leaves: the kinds of all forms that met it
 * @param reason why
 */
record Shade(@Nullable MeetingForm form, Object recipe, Set<String> demands, Reason reason) {

    Shade {
        demands = Set.copyOf(demands);
    }

    static Shade withheld(Reason reason) {
        return new Shade(null, "", Set.of(), reason);
    }

    boolean leaves() {
        return form != null;
    }

    /** The rule behind it, by name. */
    String rule() {
        return String.valueOf(reason.rule());
    }

    private boolean same(Shade other) {
        return leaves() == other.leaves() && recipe.equals(other.recipe) && demands.equals(other.demands);
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
        boolean stricter = recipe.equals(after.recipe) || was.milderThan(becomes);
        return stricter && after.demands.containsAll(demands) ? Direction.NARROWER : Direction.WIDER;
    }

    /** The form in words, more exactly where the words of another are the same. */
    @Nullable String text(Shade other) {
        MeetingForm own = form;
        if (own == null) {
            return null;
        }
        MeetingForm its = other.form;
        String text = own.text();
        if (its == null || same(other)) {
            return text;
        }
        if (own.spec() instanceof FormSpec.Keyed keyed && text.equals(its.text())) {
            text += " (key `" + Objects.toString(keyed.key(), "") + "`, domain `" + keyed.domain() + "`)";
        }
        Set<String> more = new TreeSet<>(demands);
        more.removeAll(other.demands);
        return more.isEmpty() ? text : text + ", where it is fit for " + String.join(" and ", more) + " too";
    }
}
