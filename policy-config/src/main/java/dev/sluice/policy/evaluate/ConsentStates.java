package dev.sluice.policy.evaluate;

import dev.sluice.policy.decision.KnownCustomer;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The answers that several questions of consent can have at once. Found by letting entries follow each other in
 * every order until
 * no new combination of answers appears, and by joining sources: a combination is left out only if no entries lead to it.
 */
public final class ConsentStates {

    /** More questions than these are not asked at once: all their answers stand in one number. */
    public static final int MOST_QUESTIONS = 16;

    private static final int BITS = 2;
    private static final long HIGH = 0xAAAA_AAAA_AAAA_AAAAL;
    private static final long LOW = 0x5555_5555_5555_5555L;

    /** Far more than entries have to stand apart, far less than ages differ. */
    private static final long HOUR = 3_600_000L;

    private final List<ConsentQuestion> questions;
    private final List<About> abouts;
    private final List<@Nullable Period> ages;
    private final int most;
    private final Moment moment;
    private final Map<Long, State> found = new LinkedHashMap<>();

    private ConsentStates(List<ConsentQuestion> questions, List<About> abouts, int most, Moment moment) {
        this.moment = moment;
        this.questions = questions;
        this.abouts = List.copyOf(abouts);
        this.ages = ages(questions, moment);
        this.most = most;
    }

    /** What a question can be answered. */
    public enum Answer {
        NEVER_ASKED,
        AGREED,
        UNCLEAR,
        REFUSED
    }

    /** @param answers by question @param entries some that lead to them */
    public record State(List<Answer> answers, List<Entry> entries) {
        public State {
            answers = List.copyOf(answers);
            entries = List.copyOf(entries);
        }
    }

    /**
     * What an entry speaks of.
     *
     * @param channel null for all
     * @param partner null for all
     */
    public record About(
            String purpose,
            @Nullable String channel,
            @Nullable String partner,
            boolean byGuardian) {}

    /**
     * One entry, later than those before it.
     *
     * @param source entries of one source stand together
     * @param olderThan the longest of the ages that are asked for which it has passed, or null
     */
    public record Entry(
            int source,
            About about,
            ConsentEntries.Word word,
            boolean confirmed,
            @Nullable String wording,
            @Nullable Period olderThan,
            boolean expired,
            boolean refusalsOnly) {

        /** As a store would have it. @param at its time @param end when it ended, if it did */
        KnownCustomer.Entry onRecord(long at, long end) {
            KnownCustomer.State state = switch (word) {
                case YES -> KnownCustomer.State.GIVEN;
                case NO -> KnownCustomer.State.REFUSED;
                case UNCLEAR -> KnownCustomer.State.PENDING;
            };
            return new KnownCustomer.Entry(
                    about.purpose(),
                    about.channel(),
                    about.partner(),
                    null,
                    state,
                    Instant.ofEpochMilli(at),
                    confirmed,
                    about.byGuardian(),
                    wording,
                    expired ? Instant.ofEpochMilli(end) : null);
        }

        Entry of(int another, boolean onlyRefusals) {
            return new Entry(another, about, word, confirmed, wording, olderThan, expired, onlyRefusals);
        }
    }

    /**
     * @param abouts what entries can speak of, wherever they are on record
     * @param most more than so many combinations are not looked for
     * @return the combinations, nothing on record first; one more than {@code most} if there are more
     */
    public static List<State> of(List<ConsentQuestion> questions, List<About> abouts, int most, Moment moment) {
        ConsentStates states = new ConsentStates(questions, abouts, most, moment);
        states.follow();
        states.refusalsAlone();
        states.join();
        return List.copyOf(states.found.values());
    }

    /** Adds entries, in sources of their own. */
    static void fill(ConsentEntries into, List<Entry> entries, Moment moment) {
        long time = 0;
        int last = -1;
        for (Entry entry : entries) {
            if (entry.source() != last) {
                into.openRecord();
            }
            last = entry.source();
            Period passed = entry.olderThan();
            long at = ++time + (passed == null ? moment.millis() : moment.earliest(passed) - HOUR);
            into.record(entry.onRecord(at, moment.millis() - 1), entry.refusalsOnly());
        }
    }

    /** Fresh, and older than each age that a question asks for, the shortest first. */
    private static List<@Nullable Period> ages(List<ConsentQuestion> questions, Moment moment) {
        List<@Nullable Period> ages = new ArrayList<>();
        ages.add(null);
        questions.stream()
                .map(question -> question.demand().maxAge())
                .filter(Objects::nonNull)
                .distinct()
                .sorted(Comparator.comparing(moment::earliest, Comparator.reverseOrder()))
                .forEach(ages::add);
        return ages;
    }

    private int age(Entry entry) {
        return ages.indexOf(entry.olderThan());
    }

    /** All combinations that one source can give. */
    private void follow() {
        List<Entry> kinds = kinds();
        Deque<List<Entry>> open = new ArrayDeque<>();
        open.add(List.of());
        note(List.of());
        while (!open.isEmpty() && found.size() <= most) {
            List<Entry> before = open.remove();
            int youngest = before.stream().mapToInt(this::age).min().orElse(Integer.MAX_VALUE);
            for (Entry kind : kinds) {
                if (age(kind) > youngest) {
                    continue;
                }
                List<Entry> after = new ArrayList<>(before);
                after.add(kind);
                if (note(after)) {
                    open.add(after);
                }
            }
        }
    }

    /** A source of a linked record speaks by its refusals alone. */
    private void refusalsAlone() {
        for (State state : List.copyOf(found.values())) {
            note(state.entries().stream()
                    .map(entry -> entry.of(entry.source(), true))
                    .toList());
        }
    }

    /** Of several sources the one that restricts most is heard, so joining them needs no look at their entries. */
    private void join() {
        List<Map.Entry<Long, State>> single = found.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .toList();
        Deque<Map.Entry<Long, State>> open = new ArrayDeque<>(single);
        while (!open.isEmpty() && found.size() <= most) {
            Map.Entry<Long, State> one = open.remove();
            for (Map.Entry<Long, State> other : single) {
                long both = strictest(one.getKey(), other.getKey());
                if (both != one.getKey() && !found.containsKey(both)) {
                    State state = state(both, joined(one.getValue(), other.getValue()));
                    found.put(both, state);
                    open.add(Map.entry(both, state));
                }
            }
        }
    }

    /** The larger of each two answers, all at once. */
    private static long strictest(long one, long other) {
        long above = (one & ~other & HIGH) >>> 1;
        long below = (other & ~one & HIGH) >>> 1;
        return (one | other) & HIGH | (one & ~below | other & ~above) & LOW;
    }

    private static List<Entry> joined(State one, State other) {
        int source = one.entries().size();
        List<Entry> both = new ArrayList<>(one.entries());
        other.entries().forEach(entry -> both.add(entry.of(source + entry.source(), entry.refusalsOnly())));
        return both;
    }

    private State state(long answers, List<Entry> entries) {
        List<Answer> told = new ArrayList<>();
        for (int k = 0; k < questions.size(); k++) {
            told.add(Answer.values()[(int) (answers >>> k * BITS) & 3]);
        }
        return new State(told, entries);
    }

    /** Whether these entries lead to answers that none before them led to. */
    private boolean note(List<Entry> entries) {
        ConsentEntries filled = new ConsentEntries();
        fill(filled, entries, moment);
        long answers = 0;
        int count = questions.size();
        for (int k = 0; k < count; k++) {
            answers |= (long) questions.get(k).answer(filled, moment, true) << k * BITS;
            answers |= (long) questions.get(k).answer(filled, moment, false) << (count + k) * BITS;
        }
        return found.putIfAbsent(answers, state(answers, entries)) == null;
    }

    /** Entries of every kind that some question tells apart. */
    private List<Entry> kinds() {
        List<Entry> kinds = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (About about : abouts) {
            for (Entry kind : kinds(about)) {
                StringBuilder effect = new StringBuilder(kind.word().name() + kind.expired() + kind.olderThan());
                questions.forEach(question -> effect.append(question.hears(kind, moment) ? " heard" : " -"));
                if (effect.indexOf("heard") >= 0 && seen.add(effect.toString())) {
                    kinds.add(kind);
                }
            }
        }
        return kinds;
    }

    private List<Entry> kinds(About about) {
        List<Entry> kinds = new ArrayList<>();
        for (ConsentEntries.Word word : List.of(ConsentEntries.Word.NO, ConsentEntries.Word.UNCLEAR)) {
            ages.forEach(age -> kinds.add(new Entry(0, about, word, false, null, age, false, false)));
        }
        for (String wording : wordings()) {
            for (boolean confirmed : new boolean[] {true, false}) {
                for (Period age : ages) {
                    String under = wording.isEmpty() ? null : wording;
                    kinds.add(new Entry(0, about, ConsentEntries.Word.YES, confirmed, under, age, false, false));
                    kinds.add(new Entry(0, about, ConsentEntries.Word.YES, confirmed, under, age, true, false));
                }
            }
        }
        return kinds;
    }

    /** Those that some question accepts, and an empty one for none of them. */
    private Set<String> wordings() {
        Set<String> wordings = new TreeSet<>(Set.of(""));
        questions.forEach(question -> wordings.addAll(question.demand().wordings()));
        return wordings;
    }
}
