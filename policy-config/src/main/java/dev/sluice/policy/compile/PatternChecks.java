package dev.sluice.policy.compile;

import dev.sluice.policy.compile.Pattern.Target;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.model.FieldShape;
import dev.sluice.policy.model.NameData;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Path.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides between the patterns that meet at a place and tells what cannot be decided, each problem once. */
final class PatternChecks {

    private final Problems problems;
    private final Set<String> told = new HashSet<>();

    PatternChecks(Problems problems) {
        this.problems = problems;
    }

    /** The record type that begins at a place, or {@link FieldTree#NONE}. */
    int start(Reached reached, int around, String text) {
        int type = FieldTree.NONE;
        for (Pattern end : reached.ends()) {
            if (!(end.target() instanceof Target.Start)) {
                continue;
            }
            if (type != FieldTree.NONE && end.owner() != type) {
                tell("two-records", end.location(), "two kinds of record begin at `" + text + "`", null);
            }
            type = end.owner();
            if (around == FieldTree.NONE && nameAfterElement(end.steps())) {
                tell(
                        "name-after-element",
                        end.location(),
                        "a record cannot begin at a member of an array's element (`" + text + "`)",
                        "let the record begin at the element itself, so that a withheld one leaves no `{}` behind");
            }
        }
        return type;
    }

    /** What goes on into a record: its own patterns, and those of records that begin deeper. */
    Reached inside(Reached reached, int type) {
        return reached.only(item -> {
            Pattern pattern = reached.pattern(item);
            if (item.position() < pattern.outside()) {
                return true;
            }
            boolean own = pattern.owner() == type && item.position() == pattern.outside();
            boolean subtree = pattern.endsAt(item.position()) && pattern.subtree();
            boolean begins = pattern.target() instanceof Target.Start;
            if (!own && !subtree && !begins) {
                tell(
                        "inside-other-record",
                        pattern.location(),
                        "this path leads into a record of its own, which is about another person",
                        "put it among the fields of that record");
            }
            return own;
        });
    }

    /** The most specific pattern, or null if there is none. */
    @Nullable Pattern winner(List<Pattern> fields, String text) {
        Pattern winner = null;
        for (Pattern field : fields) {
            if (winner == null || field.beats(winner)) {
                winner = field;
            }
        }
        for (Pattern field : fields) {
            if (winner != null && !field.equals(winner) && !winner.beats(field) && !sameMeaning(winner, field)) {
                tell(
                        "ambiguous-path",
                        field.location(),
                        "two equally specific paths say different things about `" + text + "`; the other stands in "
                                + winner.location(),
                        "catalog the place itself, by its names");
            }
        }
        return winner;
    }

    /** What the member's name is, by the most specific pattern that ends in {@code .*} here. */
    @Nullable NameData nameData(Reached reached, int depth, String text) {
        NameData data = null;
        Pattern by = null;
        Pattern unnamed = null;
        for (Reached.Item item : reached.items()) {
            Pattern pattern = reached.pattern(item);
            if (!reached.byAnyMember(item, depth)) {
                continue;
            }
            NameData own = pattern.endsAt(item.position()) ? name(pattern) : null;
            if (own != null && (by == null || pattern.beats(by))) {
                data = own;
                by = pattern;
            } else if (pattern.target() instanceof Target.Field || pattern.target() instanceof Target.Start) {
                unnamed = pattern;
            }
        }
        if (data == null && unnamed != null) {
            tell(
                    "unnamed-member",
                    unnamed.location(),
                    "`.*` takes any name at `" + text + "`, but nothing says what these names are",
                    "say `name:` with a category, or `not_personal` with a why, for `" + text + "`");
        }
        return data;
    }

    void onlyFilters(Reached reached, String text) {
        for (Reached.Item item : reached.positioned()) {
            tell(
                    "mixed-elements",
                    reached.pattern(item).location(),
                    "the elements of `" + text + "` are chosen by filters elsewhere, and here by position",
                    "all patterns of one array are filters, or none is");
        }
    }

    private static @Nullable NameData name(Pattern pattern) {
        if (pattern.target() instanceof Target.Start start) {
            return start.name();
        }
        return pattern.target() instanceof Target.Field field ? field.shape().name() : null;
    }

    private static boolean sameMeaning(Pattern one, Pattern other) {
        FieldShape a = ((Target.Field) one.target()).shape();
        FieldShape b = ((Target.Field) other.target()).shape();
        return names(a).equals(names(b)) && a.subject() == b.subject();
    }

    private static Set<String> names(FieldShape shape) {
        return shape.categories().stream().map(Named::name).collect(Collectors.toSet());
    }

    private static boolean nameAfterElement(List<Step> steps) {
        boolean element = false;
        for (Step step : steps) {
            boolean name = step instanceof Step.Member || step instanceof Step.AnyMember;
            if (element && name) {
                return true;
            }
            element |= !name;
        }
        return false;
    }

    private void tell(String code, SourceLocation location, String message, @Nullable String help) {
        if (told.add(code + location)) {
            problems.error(code, location, message, help);
        }
    }
}
