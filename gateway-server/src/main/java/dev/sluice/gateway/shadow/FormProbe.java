package dev.sluice.gateway.shadow;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.Scalar;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Tells whether two forms of two bundles are the same by what they do to invented values: a form does not say its
 * parameters, but a mask that keeps one letter more cannot hide it.
 */
final class FormProbe {

    private static final RecordContext NOBODY =
            new RecordContext(Instant.parse("2026-01-01T00:00:00Z"), "nobody", "DE", "customer-of-nobody");

    private static final List<Scalar> INVENTED = List.of(
            Scalar.string("an.invented.name@mail.example.org"),
            Scalar.string("Ada Marie Invented"),
            Scalar.string("+49 341 5550 1111"),
            Scalar.string("01234 Musterstadt, Allee 17"),
            Scalar.string("1984-05-17"),
            Scalar.string("2001-11-30T23:14:15Z"),
            Scalar.string("192.0.2.147"),
            Scalar.string("2001:db8:85a3:8d3:1319:8a2e:370:7348"),
            Scalar.string("51.339695"),
            Scalar.string("1234.56"),
            Scalar.number("1234.56"),
            Scalar.number("987654321"),
            Scalar.number("51.339695"),
            new Scalar(Scalar.Kind.BOOLEAN, "true"));

    private FormProbe() {}

    static boolean same(Form one, Form other) {
        if (one == other) {
            return true;
        }
        if (!one.name().equals(other.name()) || one == Form.AS_IS || other == Form.AS_IS) {
            return false;
        }
        return INVENTED.stream()
                .allMatch(value -> Objects.equals(one.apply(value, NOBODY), other.apply(value, NOBODY)));
    }
}
