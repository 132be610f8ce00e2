package dev.sluice.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.compile.FormOrder.Relation;
import dev.sluice.policy.form.DatePart;
import dev.sluice.policy.model.FactValue;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.transform.AgeBandSpec;
import dev.sluice.policy.transform.BucketSpec;
import dev.sluice.policy.transform.DatePartSpec;
import dev.sluice.policy.transform.FpeSpec;
import dev.sluice.policy.transform.InitialSpec;
import dev.sluice.policy.transform.IpTruncateSpec;
import dev.sluice.policy.transform.MaskEmailSpec;
import dev.sluice.policy.transform.MaskSpec;
import dev.sluice.policy.transform.MatchHashSpec;
import dev.sluice.policy.transform.NullifySpec;
import dev.sluice.policy.transform.PseudonymSpec;
import dev.sluice.policy.transform.ReplaceSpec;
import dev.sluice.policy.transform.RoundSpec;
import dev.sluice.policy.transform.TokenizeSpec;
import dev.sluice.policy.transform.TruncateSpec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** B10: forms are compared by what the receiver can still learn. */
class FormOrderTest {

    private static final FormSpec GOOGLE = new MatchHashSpec(MatchHashSpec.Profile.GOOGLE);
    private static final FormSpec META = new MatchHashSpec(MatchHashSpec.Profile.META);

    private static final List<FormSpec> FORMS = List.of(
            new FormSpec.AsIs(),
            new NullifySpec(),
            replace("a"),
            replace("b"),
            new MaskSpec(0, 4),
            new MaskSpec(0, 2),
            new MaskSpec(2, 0),
            new MaskSpec(2, 2),
            new MaskEmailSpec(true),
            new MaskEmailSpec(false),
            new InitialSpec(),
            new TruncateSpec(3),
            new TruncateSpec(2),
            new DatePartSpec(DatePart.Part.MONTH),
            new DatePartSpec(DatePart.Part.QUARTER),
            new DatePartSpec(DatePart.Part.DECADE),
            new AgeBandSpec(List.of(18, 25, 65)),
            new AgeBandSpec(List.of(18, 65)),
            new AgeBandSpec(List.of(18, 30)),
            new RoundSpec("10"),
            new RoundSpec("10.0"),
            new RoundSpec("100"),
            new BucketSpec(List.of("50", "100", "500")),
            new BucketSpec(List.of("50", "500")),
            new BucketSpec(List.of("60")),
            new IpTruncateSpec(24, 48),
            new IpTruncateSpec(16, 48),
            new IpTruncateSpec(24, 32),
            GOOGLE,
            META,
            tokenize("a"),
            tokenize("b"),
            fpe("a"),
            pseudonym("a"),
            pseudonym("b"),
            list(new TruncateSpec(3), pseudonym("a")),
            list(new TruncateSpec(2), pseudonym("a")),
            list(new TruncateSpec(2), tokenize("a")),
            list(new TruncateSpec(3), new MaskSpec(0, 0)),
            list(new TruncateSpec(3), new MaskSpec(0, 0), pseudonym("a")));

    static Stream<Arguments> ordered() {
        return Stream.of(
                Arguments.of(new FormSpec.AsIs(), new TruncateSpec(2)),
                Arguments.of(new FormSpec.AsIs(), pseudonym("a")),
                Arguments.of(new TruncateSpec(2), replace("a")),
                Arguments.of(pseudonym("a"), new NullifySpec()),
                Arguments.of(new TruncateSpec(3), new TruncateSpec(2)),
                Arguments.of(new MaskSpec(2, 2), new MaskSpec(2, 0)),
                Arguments.of(new MaskEmailSpec(true), new MaskEmailSpec(false)),
                Arguments.of(new DatePartSpec(DatePart.Part.MONTH), new DatePartSpec(DatePart.Part.YEAR)),
                Arguments.of(new AgeBandSpec(List.of(18, 25, 65)), new AgeBandSpec(List.of(25))),
                Arguments.of(new BucketSpec(List.of("50", "100")), new BucketSpec(List.of("100"))),
                Arguments.of(new IpTruncateSpec(24, 48), new IpTruncateSpec(16, 48)),
                Arguments.of(new FormSpec.AsIs(), GOOGLE),
                Arguments.of(GOOGLE, new TruncateSpec(9)),
                Arguments.of(META, fpe("a")),
                Arguments.of(fpe("a"), pseudonym("a")),
                Arguments.of(tokenize("a"), pseudonym("a")),
                Arguments.of(tokenize("a"), new NullifySpec()),
                Arguments.of(new TruncateSpec(3), list(new TruncateSpec(3), pseudonym("a"))),
                Arguments.of(new TruncateSpec(3), list(new TruncateSpec(2), pseudonym("a"))),
                Arguments.of(list(new TruncateSpec(2), tokenize("a")), list(new TruncateSpec(2), pseudonym("a"))),
                Arguments.of(new RoundSpec("10"), new RoundSpec("100")));
    }

    static Stream<Arguments> unordered() {
        return Stream.of(
                Arguments.of(new TruncateSpec(3), new InitialSpec()),
                Arguments.of(new MaskSpec(0, 2), new MaskSpec(2, 0)),
                Arguments.of(replace("a"), replace("b")),
                Arguments.of(replace("a"), new NullifySpec()),
                Arguments.of(pseudonym("a"), pseudonym("b")),
                Arguments.of(GOOGLE, META),
                Arguments.of(fpe("a"), tokenize("a")),
                Arguments.of(tokenize("a"), tokenize("b")),
                Arguments.of(tokenize("a"), pseudonym("b")),
                Arguments.of(pseudonym("a"), list(new TruncateSpec(3), pseudonym("a"))),
                Arguments.of(list(new TruncateSpec(3), pseudonym("a")), list(new TruncateSpec(2), pseudonym("a"))),
                Arguments.of(new IpTruncateSpec(16, 48), new IpTruncateSpec(24, 32)),
                Arguments.of(pseudonym("a"), new TruncateSpec(1)),
                Arguments.of(new AgeBandSpec(List.of(18, 65)), new AgeBandSpec(List.of(18, 30))));
    }

    @ParameterizedTest(name = "B10: {0} is milder than {1}")
    @MethodSource("ordered")
    void ordersForms(FormSpec mild, FormSpec strict) {
        assertThat(compare(mild, strict)).isEqualTo(Relation.MILDER);
        assertThat(compare(strict, mild)).isEqualTo(Relation.STRICTER);
    }

    @ParameterizedTest(name = "B10: neither of {0} and {1} is milder")
    @MethodSource("unordered")
    void leavesUnordered(FormSpec one, FormSpec other) {
        assertThat(compare(one, other)).isEqualTo(Relation.NOT_ORDERED);
        assertThat(compare(other, one)).isEqualTo(Relation.NOT_ORDERED);
    }

    @Test
    @DisplayName("B10: the handle of a person is no pseudonym of a value")
    void handleIsItsOwnForm() {
        MeetingForm handle = new MeetingForm(pseudonym("customer"), true, false);
        MeetingForm value = new MeetingForm(pseudonym("customer"), false, false);
        assertThat(FormOrder.compare(handle, value)).isEqualTo(Relation.NOT_ORDERED);
    }

    @Test
    @DisplayName("B10: milder is antisymmetric and transitive, in envelopes too")
    void isAPartialOrder() {
        List<MeetingForm> forms = Stream.of(false, true)
                .flatMap(enveloped -> FORMS.stream().map(form -> new MeetingForm(form, false, enveloped)))
                .toList();
        for (MeetingForm a : forms) {
            assertThat(FormOrder.compare(a, a)).isEqualTo(Relation.SAME);
            for (MeetingForm b : forms) {
                Relation relation = FormOrder.compare(a, b);
                assertThat(relation == Relation.MILDER).isEqualTo(FormOrder.compare(b, a) == Relation.STRICTER);
                for (MeetingForm c : relation == Relation.MILDER ? forms : List.<MeetingForm>of()) {
                    boolean chain = FormOrder.compare(b, c) == Relation.MILDER;
                    assertThat(!chain || FormOrder.compare(a, c) == Relation.MILDER)
                            .isTrue();
                }
            }
        }
    }

    @Test
    @DisplayName("B10: an envelope is stricter than what is in it, and milder than whatever is stricter than that")
    void envelopesStandBehindTheirContent() {
        MeetingForm encrypt = MeetingForm.AS_IS.inEnvelope(true);
        MeetingForm hash = new MeetingForm(GOOGLE, false, false);
        MeetingForm digits = new MeetingForm(new TruncateSpec(2), false, false);
        List<MeetingForm> inOrder =
                List.of(MeetingForm.AS_IS, encrypt, hash, hash.inEnvelope(true), digits, digits.inEnvelope(true));
        for (int k = 1; k < inOrder.size(); k++) {
            assertThat(FormOrder.compare(inOrder.get(k - 1), inOrder.get(k))).isEqualTo(Relation.MILDER);
        }
        assertThat(encrypt.word()).isEqualTo("encrypt");
        assertThat(digits.inEnvelope(true).word()).isEqualTo("truncate, encrypt");
    }

    @Test
    @DisplayName("B10: as it is, encrypted and match-hashed values count as clear")
    void clearForms() {
        assertThat(FORMS.stream()
                        .map(form -> new MeetingForm(form, false, true))
                        .filter(MeetingForm::clear)
                        .map(MeetingForm::spec))
                .containsExactly(new FormSpec.AsIs(), GOOGLE, META);
    }

    @Test
    @DisplayName("B15: whatever is no pseudonym, replaced or nulled is weaker than a pseudonym")
    void weakerThanAPseudonym() {
        assertThat(FORMS.stream()
                        .filter(form -> !FormOrder.weakerThan(new MeetingForm(form, false, false), pseudonym("x"))))
                .allMatch(form -> form instanceof NullifySpec
                        || form instanceof ReplaceSpec
                        || form instanceof PseudonymSpec
                        || form instanceof FormSpec.Pipeline list
                                && list.steps().get(list.steps().size() - 1) instanceof PseudonymSpec)
                .hasSize(8);
        assertThat(FormOrder.weakerThan(new MeetingForm(pseudonym("customer"), true, false), pseudonym("x")))
                .isFalse();
        assertThat(FormOrder.weakerThan(MeetingForm.AS_IS.inEnvelope(true), pseudonym("x")))
                .isTrue();
        assertThat(FormOrder.weakerThan(new MeetingForm(pseudonym("a"), false, false), tokenize("b")))
                .isFalse();
        assertThat(FormOrder.weakerThan(new MeetingForm(new TruncateSpec(3), false, false), new TruncateSpec(2)))
                .isTrue();
    }

    private static Relation compare(FormSpec one, FormSpec other) {
        return FormOrder.compare(new MeetingForm(one, false, false), new MeetingForm(other, false, false));
    }

    private static FormSpec replace(String with) {
        return new ReplaceSpec(new FactValue(FactValue.Kind.STRING, with));
    }

    private static FormSpec pseudonym(String domain) {
        return new PseudonymSpec(new Named("main", MeetingForm.NOWHERE), domain);
    }

    private static FormSpec tokenize(String domain) {
        return new TokenizeSpec(new Named("main", MeetingForm.NOWHERE), domain);
    }

    private static FormSpec fpe(String domain) {
        return new FpeSpec(new Named("main", MeetingForm.NOWHERE), domain, "0123456789", false);
    }

    private static FormSpec list(FormSpec... steps) {
        return new FormSpec.Pipeline(List.of(steps));
    }
}
