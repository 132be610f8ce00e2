package dev.sluice.policy.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.Scalar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keys that change: which epoch a partner gets, and when. */
class KeyEpochsTest {

    private static final Instant CHANGE = Instant.parse("2027-01-01T00:00:00Z");
    private static final Duration OVERLAP = Duration.ofDays(30);
    private static final Instant BEFORE = CHANGE.minusMillis(1);
    private static final Instant DURING = CHANGE.plus(OVERLAP).minusMillis(1);
    private static final Instant AFTER = CHANGE.plus(OVERLAP);

    private static final KeyRing.Key KEY = new KeyRing.Key(
            "main",
            List.of(
                    new KeyRing.Epoch("old", Instant.parse("2026-01-01T00:00:00Z"), filled(1)),
                    new KeyRing.Epoch("new", CHANGE, filled(2))),
            OVERLAP);

    @Test
    void aNewEpochCountsFromItsFirstMoment() {
        Form form = pseudonym(KeyChange.AT_ONCE);
        assertThat(apply(form, BEFORE)).startsWith("old.");
        assertThat(apply(form, CHANGE)).startsWith("new.").doesNotContain("~");
        assertThat(apply(form, AFTER)).startsWith("new.");
    }

    @Test
    void aPartnerCanKeepTheOldEpochUntilTheOverlapHasEnded() {
        Form form = pseudonym(KeyChange.AT_END);
        assertThat(apply(form, BEFORE)).isEqualTo(apply(form, DURING)).startsWith("old.");
        assertThat(apply(form, AFTER)).startsWith("new.");
    }

    @Test
    void aPartnerCanHaveBothSideBySideToLinkThem() {
        Form form = pseudonym(KeyChange.BOTH);
        assertThat(apply(form, BEFORE)).startsWith("old.").doesNotContain("~");
        assertThat(apply(form, DURING)).isEqualTo(apply(form, AFTER) + "~" + apply(form, BEFORE));
    }

    @Test
    void handlesAndTokensChangeAlike() {
        for (Form form : List.of(
                new CustomerHandle(KEY, KeyChange.BOTH, "mailwerk"),
                new Tokenize(KEY, KeyChange.BOTH, "mailwerk", "d"))) {
            assertThat(apply(form, DURING)).isEqualTo(apply(form, AFTER) + "~" + apply(form, BEFORE));
        }
    }

    @Test
    void formatPreservingEncryptionHasNoRoomForBoth() {
        Form form = new Fpe(KEY, KeyChange.BOTH, "mailwerk", "d", "0123456789", false);
        assertThat(apply(form, DURING)).isEqualTo(apply(form, AFTER)).isNotEqualTo(apply(form, BEFORE));
    }

    @Test
    void beforeTheFirstEpochNothingLeaves() {
        Instant early = Instant.parse("2025-12-31T23:59:59Z");
        assertThat(Stream.of(
                        pseudonym(KeyChange.BOTH),
                        new CustomerHandle(KEY, KeyChange.AT_END, "mailwerk"),
                        new Tokenize(KEY, KeyChange.BOTH, "mailwerk", "d"),
                        new Fpe(KEY, KeyChange.BOTH, "mailwerk", "d", "0123456789", false)))
                .allMatch(form -> apply(form, early).equals("-"));
    }

    @Test
    void tokensOfEveryListedEpochCanBeTurnedBack() {
        Tokenize form = new Tokenize(KEY, KeyChange.AT_ONCE, "mailwerk", "d");
        assertThat(form.reverse(apply(form, BEFORE))).isEqualTo("1234567");
        assertThat(form.reverse(apply(form, AFTER))).isEqualTo("1234567");
    }

    private static Form pseudonym(KeyChange change) {
        return new Pseudonym(KEY, change, "mailwerk", "d", false);
    }

    private static String apply(Form form, Instant instant) {
        Scalar changed = form.apply(Scalar.string("1234567"), new RecordContext(instant, "mailwerk", null, "7"));
        return changed == null ? "-" : changed.text();
    }

    private static byte[] filled(int with) {
        byte[] secret = new byte[32];
        java.util.Arrays.fill(secret, (byte) with);
        return secret;
    }
}
