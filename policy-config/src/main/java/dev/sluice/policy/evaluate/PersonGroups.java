package dev.sluice.policy.evaluate;

import dev.sluice.policy.field.FieldTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Merges what nested records and those around them know of one person. Records of the same customer share facts and
 * consents;
 * where one of them is a guest or cannot be told apart, only what restricts is shared: refusals, and facts that
 * differ or are
 * missing as unknown. Groups are transitive.
 */
final class PersonGroups {

    private final List<Person> persons;
    private final int[] same;
    private final int[] linked;

    /**
     * @param enclosing by record: the one around it that may be of the same person, or {@link FieldTree#NONE};
     * always an earlier one
     */
    PersonGroups(List<Person> persons, int[] enclosing) {
        this.persons = persons;
        this.same = alone(persons.size());
        this.linked = alone(persons.size());
        for (int k = 0; k < enclosing.length; k++) {
            for (int outer = enclosing[k]; outer != FieldTree.NONE; outer = enclosing[outer]) {
                link(k, outer);
            }
        }
    }

    /** What is known of each record's person, in the records' order. */
    List<Person> merged() {
        Map<Integer, List<Integer>> groups = new HashMap<>();
        for (int k = 0; k < persons.size(); k++) {
            groups.computeIfAbsent(root(linked, k), root -> new ArrayList<>()).add(k);
        }
        List<Person> result = new ArrayList<>(persons.size());
        for (int k = 0; k < persons.size(); k++) {
            List<Integer> group = groups.getOrDefault(root(linked, k), List.of());
            result.add(group.size() == 1 ? persons.get(k) : merged(k, group));
        }
        return result;
    }

    /** @param group all that are linked with this record, itself included */
    private Person merged(int index, List<Integer> group) {
        Person own = persons.get(index);
        Person merged = new Person(own.moment, own.ids.length, own.attributes.length, own.facts.length);
        merged.clear();
        merged.unusable = own.unusable;
        merged.known = own.known;
        merged.firstNamespace = own.firstNamespace;
        merged.customer = own.customer;
        addFacts(merged, own);
        merged.consents.take(own.consents);
        for (int other : group) {
            if (other != index && root(same, other) == root(same, index)) {
                addFacts(merged, persons.get(other));
                merged.consents.merge(persons.get(other).consents, false);
            }
        }
        for (int other : group) {
            if (root(same, other) != root(same, index)) {
                restrict(merged, persons.get(other));
                merged.consents.merge(persons.get(other).consents, true);
            }
        }
        merged.settleResidence();
        return merged;
    }

    /** Takes what another source says of the same person: what is absent comes from there, what differs is unknown. */
    static void addFacts(Person merged, Person other) {
        merged.impliedCountry = RecordReader.agree(merged.impliedCountry(), other.impliedCountry());
        merged.country = RecordReader.agree(merged.country, other.country);
        merged.state = RecordReader.agree(merged.state, other.state);
        merged.language = RecordReader.agree(merged.language, other.language);
        merged.gender = RecordReader.agree(merged.gender, other.gender);
        if (merged.birth == Person.ABSENT) {
            merged.birth = other.birth;
            merged.birthFrom = other.birthFrom;
            merged.birthTo = other.birthTo;
        } else if (other.birth != Person.ABSENT && !sameBirth(merged, other)) {
            merged.birth = Person.UNKNOWN;
        }
        for (int k = 0; k < merged.attributes.length; k++) {
            Attribute one = merged.attributes[k];
            Attribute another = other.attributes[k];
            if (one == null) {
                merged.attributes[k] = another;
            } else if (another != null && !one.same(another)) {
                merged.attributes[k] = Attribute.UNKNOWN;
            }
        }
        for (int k = 0; k < merged.facts.length; k++) {
            FactValues one = merged.facts[k];
            FactValues another = other.facts[k];
            if (one == null) {
                merged.facts[k] = another;
            } else if (another != null && !one.same(another)) {
                merged.facts[k] = FactValues.UNKNOWN;
            }
        }
    }

    private static void restrict(Person merged, Person other) {
        if (merged.country != other.country) {
            merged.country = Person.UNKNOWN;
        }
        if (merged.state != other.state) {
            merged.state = Person.UNKNOWN;
        }
        if (merged.language != other.language) {
            merged.language = Person.UNKNOWN;
        }
        if (merged.gender != other.gender) {
            merged.gender = Person.UNKNOWN;
        }
        if (!sameBirth(merged, other)) {
            merged.birth = Person.UNKNOWN;
        }
        for (int k = 0; k < merged.attributes.length; k++) {
            Attribute one = merged.attributes[k];
            Attribute another = other.attributes[k];
            if (one == null || another == null || !one.same(another)) {
                merged.attributes[k] = Attribute.UNKNOWN;
            }
        }
        for (int k = 0; k < merged.facts.length; k++) {
            FactValues one = merged.facts[k];
            FactValues another = other.facts[k];
            if (one == null || another == null || !one.same(another)) {
                merged.facts[k] = FactValues.UNKNOWN;
            }
        }
    }

    private static boolean sameBirth(Person one, Person other) {
        return one.birth == other.birth && one.birthFrom == other.birthFrom && one.birthTo == other.birthTo;
    }

    private void link(int inner, int outer) {
        switch (relation(persons.get(inner), persons.get(outer))) {
            case SAME -> {
                join(same, inner, outer);
                join(linked, inner, outer);
            }
            case UNSURE -> join(linked, inner, outer);
            case DIFFERENT -> {}
        }
    }

    /** Whether two records are about one person. */
    private enum Relation {
        SAME,
        DIFFERENT,
        UNSURE
    }

    /**
     * The id that names both decides, if they are named by the same kind of id; else one that both have. Whoever shares an
     * e-mail address under two customer numbers, or has nothing to compare, may be the same.
     */
    private static Relation relation(Person one, Person other) {
        if (!one.known || !other.known || one.unusable || other.unusable) {
            return Relation.UNSURE;
        }
        boolean equal = false;
        for (int k = 0; k < one.ids.length; k++) {
            equal |= equal(one.ids[k], other.ids[k]);
        }
        if (one.firstNamespace == other.firstNamespace) {
            if (equal(one.customer, other.customer)) {
                return Relation.SAME;
            }
            return equal ? Relation.UNSURE : Relation.DIFFERENT;
        }
        return equal ? Relation.SAME : Relation.UNSURE;
    }

    private static boolean equal(@Nullable String one, @Nullable String other) {
        return one != null && one.equals(other);
    }

    private static int[] alone(int size) {
        int[] parents = new int[size];
        for (int k = 0; k < size; k++) {
            parents[k] = k;
        }
        return parents;
    }

    private static int root(int[] parents, int index) {
        int root = index;
        while (parents[root] != root) {
            root = parents[root];
        }
        return root;
    }

    private static void join(int[] parents, int one, int other) {
        parents[root(parents, one)] = root(parents, other);
    }
}
