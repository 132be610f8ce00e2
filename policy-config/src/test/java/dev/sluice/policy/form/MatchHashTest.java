package dev.sluice.policy.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.Scalar;
import dev.sluice.policy.vocabulary.Categories;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the ad platforms ask for before they hash. A dash stands for a value that the form cannot apply to. */
class MatchHashTest {

    @Test
    void hashesAnAddressAsThePlatformsPublishIt() {
        // Given
        String expected = "542d240129883c019e106e3b1b2d3f3cb3537c43c425364de8e951d5a3083345";

        // Then
        assertThat(hash(MatchHash.google(MatchIdentifier.EMAIL), " Person@Example.com ", null))
                .isEqualTo(expected);
        assertThat(hash(MatchHash.meta(MatchIdentifier.EMAIL), " Person@Example.com ", null))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "Google: {0} {1} of {2} is {3}")
    @CsvSource({
        "EMAIL, A.B.c+x@GMail.com, , abc+x@gmail.com",
        "EMAIL, a.b@googlemail.com, , ab@googlemail.com",
        "EMAIL, a.b@mail.example, , a.b@mail.example",
        "EMAIL, .@gmail.com, , -",
        "EMAIL, Ada <ada@mail.example>, , -",
        "EMAIL, a@b.example c@d.example, , -",
        "PHONE, 0171 1234567, DE, +491711234567",
        "PHONE, +49 (0) 171 1234567, US, +491711234567",
        "PHONE, (650) 555-1212, US, +16505551212",
        "PHONE, 0171 1234567, , -",
        "PHONE, 12, DE, -",
        "PHONE, not a number, DE, -",
        "FIRST_NAME, '  Mary  Ann ', , mary ann",
        "LAST_NAME, O'Neill, , o'neill",
        "STREET, 1 High  Street, GB, 1 high street",
        "CITY, Berlin, DE, -",
        "STATE, BE, DE, -",
        "POSTAL_CODE, 10115, DE, -",
        "COUNTRY, DE, DE, -",
        "BIRTH_DATE, 1988-04-30, DE, -",
        "GENDER, f, DE, -"
    })
    void spellsAsGoogleAsks(MatchIdentifier identifier, String value, @Nullable String country, String expected) {
        assertThat(hash(MatchHash.google(identifier), value, country)).isEqualTo(sha256(expected));
    }

    @ParameterizedTest(name = "Meta: {0} {1} of {2} is {3}")
    @CsvSource({
        "EMAIL, A.B@GMail.com, , a.b@gmail.com",
        "PHONE, 0171 1234567, DE, 491711234567",
        "PHONE, (650) 555-1212, US, 16505551212",
        "PHONE, 0171 1234567, , -",
        "FIRST_NAME, Valéry, , valéry",
        "FIRST_NAME, Mary-Ann, , maryann",
        "LAST_NAME, O'Neill, , oneill",
        "CITY, São Paulo, BR, sãopaulo",
        "CITY, '...', BR, -",
        "STATE, CA, US, ca",
        "STATE, US-CA, US, ca",
        "STATE, California, US, -",
        "STATE, Bayern, DE, bayern",
        "STATE, Bayern, , -",
        "POSTAL_CODE, 94035-1234, US, 94035",
        "POSTAL_CODE, 94035, US, 94035",
        "POSTAL_CODE, 9403, US, -",
        "POSTAL_CODE, M1 1AE, GB, m11ae",
        "POSTAL_CODE, 10115, DE, 10115",
        "COUNTRY, Germany, , de",
        "COUNTRY, usa, , us",
        "COUNTRY, Atlantis, , -",
        "BIRTH_DATE, 1988-04-30, , 19880430",
        "BIRTH_DATE, 1899-12-31, , -",
        "BIRTH_DATE, 2027-01-01, , -",
        "BIRTH_DATE, 30.04.1988, , -",
        "GENDER, Female, , f",
        "GENDER, M, , m",
        "GENDER, other, , -",
        "STREET, 1 High Street, GB, -"
    })
    void spellsAsMetaAsks(MatchIdentifier identifier, String value, @Nullable String country, String expected) {
        assertThat(hash(MatchHash.meta(identifier), value, country)).isEqualTo(sha256(expected));
    }

    @ParameterizedTest
    @EnumSource(MatchIdentifier.class)
    void aHashPassesWhereThePlatformTakesOne(MatchIdentifier identifier) {
        // Given
        String hash = sha256("anything");
        MatchHash google = MatchHash.google(identifier);
        MatchHash meta = MatchHash.meta(identifier);

        // Then
        assertThat(hash(google, hash.toUpperCase(java.util.Locale.ROOT), null))
                .isEqualTo(google.applies() ? hash : "-");
        assertThat(hash(meta, hash, null)).isEqualTo(meta.applies() ? hash : "-");
    }

    @Test
    void isOfTheOneThingThatTheCategoriesName() {
        Categories categories = Categories.shipped();
        assertThat(MatchIdentifier.of(categories, List.of("user.contact.email")))
                .isEqualTo(MatchIdentifier.EMAIL);
        assertThat(MatchIdentifier.of(categories, List.of("user.contact.email", "user.unique_id")))
                .isEqualTo(MatchIdentifier.EMAIL);
        assertThat(MatchIdentifier.of(categories, List.of("user.contact.email", "user.name.first")))
                .isNull();
        assertThat(MatchIdentifier.of(categories, List.of("user.contact"))).isNull();
        assertThat(hash(MatchHash.google(null), "person@example.com", null)).isEqualTo("-");
    }

    @Test
    void numbersAreNoTexts() {
        RecordContext context = new RecordContext(Instant.EPOCH, "ads", "DE", null);
        assertThat(MatchHash.meta(MatchIdentifier.POSTAL_CODE).apply(Scalar.number("10115"), context))
                .isNull();
    }

    private static String hash(MatchHash form, String value, @Nullable String country) {
        RecordContext context = new RecordContext(Instant.parse("2026-06-15T12:00:00Z"), "ads", country, null);
        Scalar changed = form.apply(Scalar.string(value), context);
        return changed == null ? "-" : changed.text();
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return text.equals("-")
                    ? text
                    : HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
