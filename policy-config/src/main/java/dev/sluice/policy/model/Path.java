package dev.sluice.policy.model;

import java.util.List;
import java.util.Map;

/**
 * A path of the small part of RFC 9535 that catalogs speak.
 *
 * @param absolute whether it was written from the document's root, with {@code $}
 * @param text as its author wrote it
 */
public record Path(boolean absolute, List<Step> steps, String text) {

    public Path {
        steps = List.copyOf(steps);
    }

    /** One step of a path. */
    public sealed interface Step {

        /** {@code .name} or {@code ['name']}. */
        record Member(String name) implements Step {}

        /** {@code .*}: any member; its name is data. */
        record AnyMember() implements Step {}

        /** {@code [0]}. */
        record Element(int index) implements Step {}

        /** {@code [*]}. */
        record AnyElement() implements Step {}

        /** {@code [?name='text' && other='text']}: elements by string members of theirs. */
        record Matching(Map<String, String> wanted) implements Step {
            public Matching {
                wanted = Map.copyOf(wanted);
            }
        }

        /** {@code **}, at the end only: everything at or below. */
        record Subtree() implements Step {}
    }

    @Override
    public String toString() {
        return text;
    }
}
