package dev.sluice.policy.vocabulary;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Countries and states that the law, or a bundle, calls by one name. Its members come and go by the day.
 *
 * @param outside whether the region is every country that is no member
 */
public record Region(String name, List<Member> members, boolean outside) {

    public Region {
        members = List.copyOf(members);
    }

    /**
     * One member.
     *
     * @param code an ISO 3166-1 alpha-2 or an ISO 3166-2 code, in capitals
     * @param from the first day, or null for ever
     * @param until the last day, or null for ever
     * @param certified whether it counts only for those recipients that are certified in a framework
     */
    public record Member(
            String code, @Nullable LocalDate from, @Nullable LocalDate until, boolean certified) {

        boolean on(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
        }

        boolean state() {
            return code.length() > 2;
        }
    }

    /** The countries that are in it as a whole on a day. */
    public Set<String> countries(LocalDate day) {
        Set<String> inside = codes(day, false, false);
        if (!outside) {
            return inside;
        }
        Set<String> others = new TreeSet<>(Countries.codes());
        others.removeAll(inside);
        return others;
    }

    /** The states that are in it on a day. */
    public Set<String> states(LocalDate day) {
        return codes(day, true, false);
    }

    /** The countries that are in it on a day for certified recipients only. */
    public Set<String> certified(LocalDate day) {
        return codes(day, false, true);
    }

    /** The days from which on it is another than the day before. */
    public SortedSet<LocalDate> changes() {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (Member member : members) {
            if (member.from() != null) {
                days.add(member.from());
            }
            if (member.until() != null) {
                days.add(member.until().plusDays(1));
            }
        }
        return days;
    }

    private Set<String> codes(LocalDate day, boolean states, boolean certified) {
        return members.stream()
                .filter(member -> member.on(day) && member.state() == states && member.certified() == certified)
                .map(Member::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
