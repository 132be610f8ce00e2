package dev.sluice.policy.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.Scalar;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exact texts of the forms (B10, E14). A dash stands for a value that the form cannot apply to. */
class FormTest {

    private static final RecordContext CONTEXT =
            new RecordContext(Instant.parse("2026-06-15T12:00:00Z"), "mailwerk", null, null);

    @ParameterizedTest(name = "{0} kept {1} and {2} is {3}")
    @CsvSource(delimiter = '|', textBlock = """
            5550100           | 0 | 3 | ****100
            5550100           | 0 | 4 | *******
            +49 30 5550100    | 0 | 4 | +** ** ***0100
            abcdefgh          | 2 | 2 | ab****gh
            abcdefg           | 2 | 2 | *******
            abc               | 1 | 0 | ***
            Ünïcödé-ß         | 1 | 1 | Ü******-ß
            😀bcdefg          | 1 | 0 | 😀******
            ---               | 3 | 0 | ***
            """)
    void masksAllButTheEnds(String value, int first, int last, String expected) {
        assertThat(apply(new Mask(first, last), Scalar.string(value))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is {1}, and {2} with its domain")
    @CsvSource({
        "steve@mail.example, s***@***, s***@mail.example",
        "a@b, a***@***, a***@b",
        "no-address, -, -",
        "@b, -, -",
        "a@, -, -",
        "Kim <kim@mail.example>, -, -",
        "kim@mail.example and sam@mail.example, -, -",
        "ring me @ 030 5550100, -, -",
        "kim@030/5550100, -, -",
        "kim@mail..example, -, -",
        "kim@bücher.example, k***@***, k***@bücher.example"
    })
    void masksEmailAddresses(String value, String whole, String withDomain) {
        assertThat(apply(new MaskEmail(false), Scalar.string(value))).isEqualTo(whole);
        assertThat(apply(new MaskEmail(true), Scalar.string(value))).isEqualTo(withDomain);
    }

    @ParameterizedTest(name = "the initial of {0} is {1}")
    @CsvSource({"Ada, A.", "élodie, é.", "'  Bob', B.", "1-2, -"})
    void keepsTheInitial(String value, String expected) {
        assertThat(apply(new Initial(), Scalar.string(value))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} cut to {1} is {2}")
    @CsvSource({"10115, 2, 10", "1, 2, 1", "😀😀😀, 2, 😀😀", "ab, 0, ''"})
    void truncates(String value, int keep, String expected) {
        assertThat(apply(new Truncate(keep), Scalar.string(value))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is {1}, {2}, {3}, {4}")
    @CsvSource({
        "1988-04-12, 1988-04, 1988-Q2, 1988, 1980s",
        "1988-12-31T23:59:59Z, 1988-12, 1988-Q4, 1988, 1980s",
        "0988-01-01, 0988-01, 0988-Q1, 0988, 0980s",
        "1988-02-30, -, -, -, -",
        "1988, -, -, -, -",
        "12.04.1988, -, -, -, -"
    })
    void keepsAPartOfADate(String value, String month, String quarter, String year, String decade) {
        Scalar date = Scalar.string(value);
        assertThat(apply(new DatePart(DatePart.Part.MONTH), date)).isEqualTo(month);
        assertThat(apply(new DatePart(DatePart.Part.QUARTER), date)).isEqualTo(quarter);
        assertThat(apply(new DatePart(DatePart.Part.YEAR), date)).isEqualTo(year);
        assertThat(apply(new DatePart(DatePart.Part.DECADE), date)).isEqualTo(decade);
    }

    @ParameterizedTest(name = "born {0}: {1}")
    @CsvSource({
        "2020-01-01, <18",
        "2008-06-17, <18",
        "2008-06-16, -",
        "2008-06-15, 18-24",
        "2001-06-17, 18-24",
        "2001-06-16, -",
        "2001-06-15, 25-64",
        "1961-06-15, 65+",
        "2026-06-16, -",
        "1900-01-01, -"
    })
    void tellsTheAgeBand(String birth, String expected) {
        assertThat(apply(new AgeBand(List.of(18, 25, 65)), Scalar.string(birth)))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "born 2008-11-28, asked at {0}: {1}")
    @CsvSource({
        "2026-11-27T09:59:59Z, <18",
        "2026-11-27T10:00:00Z, -",
        "2026-11-28T05:00:00Z, -",
        "2026-11-28T11:59:59Z, -",
        "2026-11-28T12:00:00Z, 18-29"
    })
    void tellsNoAgeBandWhereItIsNotTheSameEverywhere(Instant now, String expected) {
        RecordContext context = new RecordContext(now, "mailwerk", null, null);

        Scalar band = new AgeBand(List.of(18, 30)).apply(Scalar.string("2008-11-28"), context);

        assertThat(band == null ? "-" : band.text()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} to {1} is {2}")
    @CsvSource({
        "598.94, 10, 600.00",
        "5, 10, 0",
        "15, 10, 20",
        "-15, 10, -20",
        "0.124, 0.05, 0.100",
        "3, 0.25, 3",
        "1.5e3, 1000, 2000",
        "1e400, 10, -",
        "01, 10, -",
        "1., 10, -",
        "'', 10, -",
        "abc, 10, -"
    })
    void roundsNumbersAndNumericTexts(String value, BigDecimal step, String expected) {
        assertThat(apply(new Round(step), Scalar.string(value))).isEqualTo(expected);
    }

    @Test
    void roundingKeepsTheType() {
        assertThat(new Round(BigDecimal.TEN).apply(Scalar.number("598.94"), CONTEXT))
                .isEqualTo(Scalar.number("600.00"));
    }

    @ParameterizedTest(name = "{0} is in the range {1}")
    @CsvSource({
        "-1, <0",
        "0, 0-50.5",
        "50.49, 0-50.5",
        "50.50, 50.5-100",
        "99.99, 50.5-100",
        "1e2, 100+",
        "100, 100+",
        "many, -",
        "0x10, -",
        "'', -"
    })
    void tellsTheRange(String value, String expected) {
        assertThat(apply(new Bucket(List.of("0", "50.5", "100")), Scalar.string(value)))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "the network of {0} is {1}")
    @CsvSource({
        "203.0.113.77, 203.0.113.0",
        "' 10.1.2.3 ', 10.1.2.0",
        "255.255.255.255, 255.255.255.0",
        "2001:DB8:1:2:3:4:5:6, 2001:db8:1::",
        "2001:db8::1, 2001:db8::",
        "::1, ::",
        "::ffff:203.0.113.77, 203.0.113.0",
        "2002:cb00:714d::1, 2002:cb00:7100::",
        "::FFFF:cb00:714d, 203.0.113.0",
        "1:2:3:4:5:6:7.8.9.10, 1:2:3::",
        "fe80:0:0:1::%eth0, -",
        "203.0.113, -",
        "203.0.113.256, -",
        "203.0.113.077, -",
        "203.0.113.7:443, -",
        "203.0.113.0/24, -",
        "1:2:3:4:5:6:7:8:9, -",
        "1::2::3, -",
        ":::, -",
        "1:2:3:4:5:6:7::8:9, -",
        "12345::, -",
        "٢٠٣.0.113.7, -",
        "'', -"
    })
    void keepsTheNetworkOfAnIpAddress(String value, String expected) {
        assertThat(apply(new IpTruncate(24, 48), Scalar.string(value))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} bits of IPv4, {1} of IPv6: {2}, {3}")
    @CsvSource({
        "1, 1, 128.0.0.0, 8000::",
        "31, 127, 203.0.113.76, ffff::1:0:1:0:fffe",
        "20, 68, 203.0.112.0, ffff:0:0:1::"
    })
    void keepsAnyNumberOfBits(int v4, int v6, String four, String six) {
        Form form = new IpTruncate(v4, v6);
        assertThat(apply(form, Scalar.string("203.0.113.77"))).isEqualTo(four);
        assertThat(apply(form, Scalar.string("ffff:0:0:1:0:1:0:ffff"))).isEqualTo(six);
    }

    @Test
    void aListOfFormsIsAppliedInTurn() {
        Form pipeline = new Pipeline(List.of(new Truncate(3), new Mask(0, 0)));
        assertThat(apply(pipeline, Scalar.string("abcdef"))).isEqualTo("***");
        assertThat(apply(pipeline, Scalar.number("1"))).isEqualTo("-");
        assertThat(pipeline.name()).isEqualTo("truncate+mask");
    }

    @Test
    void noFormAppliesToTheWrongType() {
        Scalar yes = new Scalar(Scalar.Kind.BOOLEAN, "true");
        List<Form> forms = List.of(
                new Mask(0, 4),
                new MaskEmail(true),
                new Initial(),
                new Truncate(2),
                new DatePart(DatePart.Part.YEAR),
                new AgeBand(List.of(18)),
                new Bucket(List.of("1")),
                new IpTruncate(24, 48),
                MatchHash.google(MatchIdentifier.EMAIL),
                new Round(BigDecimal.TEN));
        assertThat(forms).allMatch(form -> form.apply(yes, CONTEXT) == null);
    }

    @Test
    void aFormHoldsOnlyWhereTheOthersApplyToo() {
        Form both = new AllApply(Form.AS_IS, List.of(new Truncate(2)));
        assertThat(apply(both, Scalar.string("abc"))).isEqualTo("abc");
        assertThat(apply(both, Scalar.number("1"))).isEqualTo("-");
    }

    @Test
    void nullStaysNullWhereTheOthersApply() {
        Form both = new AllApply(Form.NULLIFY, List.of(new Truncate(2)));
        assertThat(both.apply(Scalar.string("abc"), CONTEXT)).isEqualTo(Scalar.NULL);
        assertThat(both.apply(Scalar.number("1"), CONTEXT)).isNull();
    }

    @Test
    void replacesAnything() {
        assertThat(apply(new Replace(Scalar.string("gone")), Scalar.number("1")))
                .isEqualTo("gone");
    }

    private static String apply(Form form, Scalar value) {
        @Nullable Scalar changed = form.apply(value, CONTEXT);
        return changed == null ? "-" : changed.text();
    }
}
