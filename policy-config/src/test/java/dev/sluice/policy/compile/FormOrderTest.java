package dev.sluice.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.compile.FormOrder.Relation;
import dev.sluice.policy.model.FactValue;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.Named;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** B10: forms are compared by what the receiver can still learn. */
class FormOrderTest {

    private static final List<FormSpec> FORMS = List.of(
            new FormSpec.AsIs(),
            new FormSpec.Nullify(),
            replace("a"),
            replace("b"),
            new FormSpec.Mask(0, 4),
            new FormSpec.Mask(0, 2),
            new FormSpec.Mask(2, 0),
            new FormSpec.Mask(2, 2),
            new FormSpec.MaskEmail(true),
            new FormSpec.MaskEmail(false),
            new FormSpec.Initial(),
            new FormSpec.Truncate(3),
            new FormSpec.Truncate(2),
            new FormSpec.DatePart(FormSpec.DatePart.Part.MONTH),
            new FormSpec.DatePart(FormSpec.DatePart.Part.QUARTER),
            new FormSpec.DatePart(FormSpec.DatePart.Part.DECADE),
            new FormSpec.AgeBand(List.of(18, 25, 65)),
            new FormSpec.AgeBand(List.of(18, 65)),
            new FormSpec.AgeBand(List.of(18, 30)),
            new FormSpec.Round("10"),
            new FormSpec.Round("10.0"),
            new FormSpec.Round("100"),
            pseudonym("a"),
            pseudonym("b"));

    static Stream<Arguments> ordered() {
        return Stream.of(
                Arguments.of(new FormSpec.AsIs(), new FormSpec.Truncate(2)),
                Arguments.of(new FormSpec.AsIs(), pseudonym("a")),
                Arguments.of(new FormSpec.Truncate(2), replace("a")),
                Arguments.of(pseudonym("a"), new FormSpec.Nullify()),
                Arguments.of(new FormSpec.Truncate(3), new FormSpec.Truncate(2)),
                Arguments.of(new FormSpec.Mask(2, 2), new FormSpec.Mask(2, 0)),
                Arguments.of(new FormSpec.MaskEmail(true), new FormSpec.MaskEmail(false)),
                Arguments.of(
                        new FormSpec.DatePart(FormSpec.DatePart.Part.MONTH),
                        new FormSpec.DatePart(FormSpec.DatePart.Part.YEAR)),
                Arguments.of(new FormSpec.AgeBand(List.of(18, 25, 65)), new FormSpec.AgeBand(List.of(25))),
                Arguments.of(new FormSpec.Round("10"), new FormSpec.Round("100")));
    }

    static Stream<Arguments> unordered() {
        return Stream.of(
                Arguments.of(new FormSpec.Truncate(3), new FormSpec.Initial()),
                Arguments.of(new FormSpec.Mask(0, 2), new FormSpec.Mask(2, 0)),
                Arguments.of(replace("a"), replace("b")),
                Arguments.of(replace("a"), new FormSpec.Nullify()),
                Arguments.of(pseudonym("a"), pseudonym("b")),
                Arguments.of(pseudonym("a"), new FormSpec.Truncate(1)),
                Arguments.of(new FormSpec.AgeBand(List.of(18, 65)), new FormSpec.AgeBand(List.of(18, 30))));
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
    @DisplayName("B10: milder is antisymmetric and transitive")
    void isAPartialOrder() {
        for (FormSpec a : FORMS) {
            assertThat(compare(a, a)).isEqualTo(Relation.SAME);
            for (FormSpec b : FORMS) {
                assertThat(compare(a, b) == Relation.MILDER).isEqualTo(compare(b, a) == Relation.STRICTER);
                for (FormSpec c : FORMS) {
                    boolean chain = compare(a, b) == Relation.MILDER && compare(b, c) == Relation.MILDER;
                    assertThat(!chain || compare(a, c) == Relation.MILDER).isTrue();
                }
            }
        }
    }

    private static Relation compare(FormSpec one, FormSpec other) {
        return FormOrder.compare(new MeetingForm(one, false, false), new MeetingForm(other, false, false));
    }

    private static FormSpec replace(String with) {
        return new FormSpec.Replace(new FactValue(FactValue.Kind.STRING, with));
    }

    private static FormSpec pseudonym(String domain) {
        return new FormSpec.Pseudonym(new Named("main", MeetingForm.NOWHERE), domain);
    }
}
