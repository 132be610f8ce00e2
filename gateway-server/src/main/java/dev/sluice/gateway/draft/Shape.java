package dev.sluice.gateway.draft;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How all samples together are built at one place: members, elements, and what its scalars look like. Holds no value. */
final class Shape {

    private static final int MOST_MEMBERS = 500;

    private final Map<String, Shape> members = new TreeMap<>();
    private final Set<String> kinds = new TreeSet<>();
    private final EnumSet<Look> looks = EnumSet.noneOf(Look.class);
    private @Nullable Shape anyMember;
    private @Nullable Shape element;
    private boolean object;
    private int holding;
    private int held;

    /** The members by name; empty where names are data. */
    Map<String, Shape> members() {
        return members;
    }

    /** What stands behind every name, where names are data. */
    @Nullable Shape anyMember() {
        return anyMember;
    }

    /** What all elements of an array have in common. */
    @Nullable Shape element() {
        return element;
    }

    boolean isObject() {
        return object;
    }

    boolean isScalar() {
        return !kinds.isEmpty();
    }

    EnumSet<Look> looks() {
        return looks;
    }

    /** @param filled whether it has a member */
    void beginObject(boolean filled) {
        object = true;
        holding += filled ? 1 : 0;
    }

    Shape beginElement() {
        if (element == null) {
            element = new Shape();
        }
        return element;
    }

    /** The place of a member. A name that is no word of a schema makes all names of this object data. */
    Shape member(String name) {
        if (anyMember == null && (!DataNames.isWord(name) || members.size() >= MOST_MEMBERS)) {
            takeNamesForData();
        }
        if (anyMember != null) {
            noteLook(name);
            return anyMember;
        }
        Shape member = members.computeIfAbsent(name, key -> new Shape());
        member.held++;
        return member;
    }

    private void takeNamesForData() {
        Shape any = new Shape();
        members.values().forEach(any::take);
        members.clear();
        anyMember = any;
    }

    /** Takes names for data, here and below, that differ from object to object, or count objects that are alike. */
    void settle(NameGuess names) {
        if (DataNames.differ(this, names) || DataNames.count(this, names)) {
            takeNamesForData();
        }
        members.values().forEach(below -> below.settle(names));
        if (anyMember != null) {
            anyMember.settle(names);
        }
        if (element != null) {
            element.settle(names);
        }
    }

    /** How many objects with members were seen here. */
    int holding() {
        return holding;
    }

    /** How many objects had this as a member. */
    int held() {
        return held;
    }

    void scalar(String kind, @Nullable String text) {
        kinds.add(kind);
        if (text != null) {
            noteLook(text);
        }
    }

    private void noteLook(String text) {
        for (Look look : Look.values()) {
            if (look.fits(text)) {
                looks.add(look);
                return;
            }
        }
    }

    private void take(Shape other) {
        object |= other.object;
        holding += other.holding;
        kinds.addAll(other.kinds);
        looks.addAll(other.looks);
        other.members.forEach((name, shape) -> {
            Shape member = member(name);
            member.held += shape.held - 1;
            member.take(shape);
        });
        if (other.element != null) {
            beginElement().take(other.element);
        }
        if (other.anyMember != null) {
            anyMember = anyMember == null ? new Shape() : anyMember;
            anyMember.take(other.anyMember);
        }
    }

    /** What was seen, for a reader: {@code text (email), null}. */
    String seen() {
        StringBuilder words = new StringBuilder(String.join(", ", kinds));
        if (!looks.isEmpty()) {
            words.append(" like ")
                    .append(String.join(", ", looks.stream().map(Look::word).toList()));
        }
        return words.toString().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "Shape[" + members.size() + " members]";
    }
}
