package dev.sluice.policy.compile;

import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.model.Share;
import dev.sluice.policy.model.Subject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a catalog says about one node of its tree.
 *
 * @param categories all of which must be granted; empty where nothing is catalogued
 * @param parts the named parts it stands in; none means the unnamed part
 * @param name whether it is a member's name
 * @param subtree whether a {@code **} catalogues it
 * @param handle whether the partner's handle of the customer is written here
 * @param names the nodes of the names on the way from its record's beginning
 * @param leavesWith the node of the array element that it selects and leaves with, or -1
 * @param derived the name of the member that a policy adds here, or null for what documents have
 */
record NodeMeaning(
        List<String> categories,
        Subject subject,
        Set<String> parts,
        boolean name,
        boolean subtree,
        boolean handle,
        List<Integer> names,
        int leavesWith,
        @Nullable String derived) {

    NodeMeaning {
        categories = List.copyOf(categories);
        parts = Set.copyOf(parts);
        names = List.copyOf(names);
    }

    /** A member that a policy adds to a record. */
    static NodeMeaning derived(String name) {
        return new NodeMeaning(
                Share.OfBirthDate.CATEGORIES,
                Subject.CUSTOMER,
                Set.of(),
                false,
                false,
                false,
                List.of(),
                FieldTree.NONE,
                name);
    }

    /** The categories that cuts look at: an id that only the handle may use counts as one. */
    List<String> cutBy() {
        return categories.isEmpty() && handle ? List.of("user.unique_id") : categories;
    }

    /** What rules look at: nodes of one kind meet the same rules. */
    Kind kind(boolean inRecord) {
        return new Kind(inRecord, categories, subject, parts, handle, derived);
    }

    /** @see #kind(boolean) */
    record Kind(
            boolean inRecord,
            List<String> categories,
            Subject subject,
            Set<String> parts,
            boolean handle,
            @Nullable String derived) {}
}
