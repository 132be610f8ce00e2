package dev.sluice.policy.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.Scalar;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What holds for every form, whatever it is given. */
class FormPropertiesTest {

    private static final KeyRing.Key KEY = KeyRing.Key.lasting("main", "e1", new byte[32]);
    private static final String ALPHABET = "0123456789";
    private static final List<Form> FORMS = forms();

    private static List<Form> forms() {
        List<Form> forms = new ArrayList<>(List.of(
                new Mask(2, 2),
                new MaskEmail(true),
                new Initial(),
                new Truncate(2),
                new AgeBand(List.of(18, 65)),
                new Bucket(List.of("0", "100")),
                new Round(new BigDecimal("0.05")),
                new IpTruncate(24, 48),
                new Pseudonym(KEY, KeyChange.AT_ONCE, "p", "d", true),
                new CustomerHandle(KEY, KeyChange.BOTH, "p"),
                new Tokenize(KEY, KeyChange.AT_ONCE, "p", "d"),
                new Fpe(KEY, KeyChange.AT_ONCE, "p", "d", ALPHABET, true),
                new Fpe(KEY, KeyChange.AT_ONCE, "p", "d", ALPHABET, false),
                new Pipeline(List.of(new Truncate(3), new Pseudonym(KEY, KeyChange.AT_ONCE, "p", "d", false))),
                new Replace(Scalar.NULL)));
        for (DatePart.Part part : DatePart.Part.values()) {
            forms.add(new DatePart(part));
        }
        for (MatchIdentifier identifier : MatchIdentifier.values()) {
            forms.add(MatchHash.google(identifier));
            forms.add(MatchHash.meta(identifier));
        }
        return forms;
    }

    @Property(tries = 2000)
    @Label("a form never throws and answers the same each time")
    void isPure(@ForAll("scalars") Scalar value, @ForAll("contexts") RecordContext context) {
        for (Form form : FORMS) {
            assertThat(form.apply(value, context)).isEqualTo(form.apply(value, context));
        }
    }

    @Property
    @Label("B10: the stricter of two forms of a kind can be made of the milder one's result")
    void stricterIsMadeOfMilder(@ForAll("scalars") Scalar value, @ForAll("contexts") RecordContext context) {
        assertMade(new Truncate(4), new Truncate(2), value, context);
        assertMade(new IpTruncate(24, 48), new IpTruncate(16, 32), value, context);
        assertMade(new MaskEmail(true), new MaskEmail(false), value, context);
        assertMade(new Truncate(4), new Pipeline(List.of(new Truncate(4), new Mask(0, 0))), value, context);
    }

    @Property
    @Label("B10: the more bounds, the more is told")
    void rangesWithin(@ForAll("numbers") BigDecimal one, @ForAll("numbers") BigDecimal other) {
        Bucket fine = new Bucket(List.of("-10", "0", "10", "100"));
        Bucket coarse = new Bucket(List.of("0", "100"));
        RecordContext context = new RecordContext(Instant.EPOCH, "p", null, null);
        Scalar a = Scalar.number(one.toPlainString());
        Scalar b = Scalar.number(other.toPlainString());
        if (Objects.equals(fine.apply(a, context), fine.apply(b, context))) {
            assertThat(coarse.apply(a, context)).isEqualTo(coarse.apply(b, context));
        }
    }

    @Property
    @Label("nothing of a value stands in its pseudonym, hash or token")
    void keyedFormsShowNothing(@ForAll("addresses") String address, @ForAll("contexts") RecordContext context) {
        for (Form form : List.of(
                new Pseudonym(KEY, KeyChange.AT_ONCE, "p", "d", true),
                new Tokenize(KEY, KeyChange.AT_ONCE, "p", "d"),
                MatchHash.meta(MatchIdentifier.EMAIL))) {
            Scalar changed = form.apply(Scalar.string(address), context);
            assertThat(changed).isNotNull();
            assertThat(changed.text()).doesNotContain(address.substring(0, address.indexOf('@')), "mail.example");
        }
    }

    private static void assertMade(Form milder, Form stricter, Scalar value, RecordContext context) {
        @Nullable Scalar mild = milder.apply(value, context);
        @Nullable Scalar strict = stricter.apply(value, context);
        assertThat(strict == null).isEqualTo(mild == null);
        if (mild != null && !(stricter instanceof MaskEmail)) {
            assertThat(stricter.apply(mild, context)).isEqualTo(strict);
        } else if (mild != null) {
            assertThat(mild.text()).startsWith(strict.text().substring(0, 1));
        }
    }

    @Provide
    Arbitrary<Scalar> scalars() {
        Arbitrary<String> anything = Arbitraries.strings().all().ofMaxLength(40);
        Arbitrary<String> likely = Arbitraries.of(
                "ada@mail.example",
                "a.b@gmail.com",
                "+49 171 1234567",
                "0171 1234567",
                "(650) 555-1212",
                "203.0.113.7",
                "::1",
                "2001:db8::7",
                "1988-04-30",
                "1988-04-30T10:00:00Z",
                "598.94",
                "-0",
                "1e30",
                "DE",
                "Germany",
                "94035-1234",
                "f",
                "1234567890",
                "a\u0000b",
                "",
                " ",
                "\ud83d\ude00\ud83d\ude01\ud83d\ude02");
        Arbitrary<String> digits =
                Arbitraries.strings().withChars("0123456789.-+ :/eE@").ofMaxLength(50);
        Arbitrary<Scalar> texts = Arbitraries.oneOf(anything, likely, digits).map(Scalar::string);
        Arbitrary<Scalar> numbers = numbers().map(number -> Scalar.number(number.toPlainString()));
        Arbitrary<Scalar> flags = Arbitraries.of(new Scalar(Scalar.Kind.BOOLEAN, "true"));
        return Arbitraries.oneOf(texts, texts, numbers, flags);
    }

    @Provide
    Arbitrary<BigDecimal> numbers() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-1000"), new BigDecimal("1000"))
                .ofScale(2);
    }

    @Provide
    Arbitrary<String> addresses() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(6)
                .ofMaxLength(20)
                .map(local -> local + "@mail.example");
    }

    @Provide
    Arbitrary<RecordContext> contexts() {
        Arbitrary<String> countries = Arbitraries.of("DE", "US", "GB", "XX").injectNull(0.3);
        return countries.map(country ->
                new RecordContext(Instant.parse("2026-06-15T12:00:00Z"), "p", country, country == null ? null : "7"));
    }
}
