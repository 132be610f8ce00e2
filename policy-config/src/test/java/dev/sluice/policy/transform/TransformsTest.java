package dev.sluice.policy.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.Samples;
import dev.sluice.policy.form.KeyChange;
import dev.sluice.policy.form.KeyRing;
import dev.sluice.policy.form.MatchIdentifier;
import dev.sluice.policy.form.ThrowawayKeys;
import dev.sluice.policy.model.Named;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form has its line in the table, or nobody could write it, and says what it looks at. */
class TransformsTest {

    static Stream<Transform> forms() {
        return Samples.transforms()
                .map(form -> form instanceof FpeSpec fpe ? new FpeSpec(fpe.key(), fpe.domain(), "01", false) : form);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFormHasItsLine(Transform form) throws ReflectiveOperationException {
        // Given
        FormWord own = (FormWord) form.getClass().getDeclaredField("WORD").get(null);

        // Then
        assertThat(Transforms.find(own.word())).containsSame(own);
        assertThat(form.word()).isEqualTo(own.word());
    }

    @Test
    void noWordStandsTwice() {
        assertThat(Transforms.words()).doesNotHaveDuplicates().hasSize((int) forms().count() + 2);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatLooksAtTheFieldOrAtAKeySaysSo(Transform form) {
        // Given
        AskedSetting setting = new AskedSetting(MatchIdentifier.EMAIL);

        // When
        form.form(setting);

        // Then
        assertThat(setting.asked.contains("field")).isEqualTo(form.readsField());
        assertThat(setting.asked.contains("key")).isEqualTo(form instanceof Keyed);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatReadsTheCountryOnSomeFieldSaysSo(Transform form) {
        // When
        boolean reads = Arrays.stream(MatchIdentifier.values())
                .anyMatch(identifier -> form.readsCountry(new AskedSetting(identifier)));

        // Then
        assertThat(reads).isEqualTo(form.readsCountry());
    }

    /** Remembers what a form has asked for. */
    private static final class AskedSetting implements Setting {

        private final KeyRing keys = new ThrowawayKeys();
        private final Set<String> asked = new HashSet<>();
        private final MatchIdentifier identifier;

        private AskedSetting(MatchIdentifier identifier) {
            this.identifier = identifier;
        }

        @Override
        public KeyRing.Key key(@Nullable Named id) {
            asked.add("key");
            return keys.key("main");
        }

        @Override
        public KeyChange change() {
            return KeyChange.AT_ONCE;
        }

        @Override
        public String partner() {
            return "partner";
        }

        @Override
        public boolean email() {
            asked.add("field");
            return false;
        }

        @Override
        public MatchIdentifier identifier() {
            asked.add("field");
            return identifier;
        }
    }
}
