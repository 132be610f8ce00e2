package dev.sluice.policy.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.form.KeyChange;
import dev.sluice.policy.form.KeyRing;
import dev.sluice.policy.form.KeyRing.Epoch;
import dev.sluice.policy.form.KeyRing.Key;
import dev.sluice.policy.form.KeyUse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Names that keys make, held against others. */
final class KeyTurnTest {

    private static final Instant TURN = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant BEFORE = TURN.minusSeconds(1);
    private static final Instant SOON = TURN.plusSeconds(1);

    private static Epoch epoch(String id, Instant from, int bytes) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) bytes);
        return new Epoch(id, from, secret);
    }

    private static Key lasting(String id, int bytes) {
        return new Key(id, List.of(epoch("e", Instant.MIN, bytes)), Duration.ZERO);
    }

    private static Key turning(Duration overlap) {
        return new Key("k", List.of(epoch("old", Instant.MIN, 1), epoch("new", TURN, 2)), overlap);
    }

    private static KeyUse use(Key key, KeyChange change, Instant at, Key... others) {
        Map<String, Key> keys = new LinkedHashMap<>(Map.of(key.id(), key));
        Arrays.stream(others).forEach(other -> keys.put(other.id(), other));
        return KeyUse.of(new Ring(keys), key, change, true, at);
    }

    private record Ring(Map<String, Key> keys) implements KeyRing {

        @Override
        public @Nullable Key key(String id) {
            return keys.get(id);
        }

        @Override
        public Collection<String> ids() {
            return keys.keySet();
        }

        @Override
        public String declared() {
            return "the keys";
        }
    }

    private static @Nullable Direction direction(KeyUse before, KeyUse after) {
        return KeyTurn.direction(List.of(before), List.of(after));
    }

    @Test
    void theSameBytesMakeTheSameNamesWhateverTheKeyIsCalled() {
        assertThat(direction(
                        use(lasting("a", 1), KeyChange.AT_ONCE, TURN), use(lasting("b", 1), KeyChange.AT_ONCE, TURN)))
                .isNull();
    }

    @Test
    void otherBytesAreNeitherMoreNorLess() {
        assertThat(direction(
                        use(lasting("a", 1), KeyChange.AT_ONCE, TURN), use(lasting("a", 2), KeyChange.AT_ONCE, TURN)))
                .isEqualTo(Direction.NEITHER);
    }

    @Test
    void anotherKeyIsMoreWhereItsNamesMayMeetOthers() {
        Key other = lasting("b", 2);

        assertThat(direction(
                        use(lasting("a", 1), KeyChange.AT_ONCE, TURN, other),
                        use(other, KeyChange.AT_ONCE, TURN, lasting("a", 1))))
                .isEqualTo(Direction.WIDER);
    }

    @Test
    void theBytesOfAnotherKeyAreMoreWhateverItsEpochIsCalled() {
        Key other = new Key("b", List.of(epoch("f", Instant.MIN, 2)), Duration.ZERO);

        assertThat(direction(
                        use(lasting("a", 1), KeyChange.AT_ONCE, TURN, other),
                        use(lasting("a", 2), KeyChange.AT_ONCE, TURN, other)))
                .isEqualTo(Direction.WIDER);
    }

    @Test
    void aNameBesideTheNewOneIsMoreAndOneLessIsLess() {
        KeyUse linked = use(turning(Duration.ofDays(30)), KeyChange.BOTH, SOON);
        KeyUse alone = use(turning(Duration.ZERO), KeyChange.BOTH, SOON);

        assertThat(direction(alone, linked)).isEqualTo(Direction.WIDER);
        assertThat(direction(linked, alone)).isEqualTo(Direction.NARROWER);
    }

    @Test
    void aNameBesideTheOldOneIsNoMoreWhereThePartnerNeverKnewIt() {
        KeyUse lasting = use(new Key("k", List.of(epoch("old", Instant.MIN, 1)), Duration.ZERO), KeyChange.BOTH, SOON);

        assertThat(direction(lasting, use(turning(Duration.ofDays(30)), KeyChange.BOTH, SOON)))
                .isEqualTo(Direction.NEITHER);
    }

    @Test
    void whatAPartnerTakesDuringAnOverlapIsPartOfIt() {
        Key key = turning(Duration.ofDays(30));

        assertThat(direction(use(key, KeyChange.AT_END, BEFORE), use(key, KeyChange.AT_END, SOON)))
                .isNull();
        assertThat(direction(use(key, KeyChange.AT_ONCE, BEFORE), use(key, KeyChange.AT_ONCE, SOON)))
                .isEqualTo(Direction.NEITHER);
    }

    @Test
    void printsNothingOfItsBytes() {
        assertThat(use(lasting("a", 65), KeyChange.AT_ONCE, TURN).toString())
                .contains("Names[e]")
                .doesNotContain("65", "AAAA");
    }
}
