package dev.sluice.policy.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.Scalar;
import java.time.Instant;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms that somebody can turn back: tokens the gateway, envelopes the partner, format-preserving encryption nobody but the key. */
class ReversibleFormTest {

    private static final KeyRing.Key KEY = KeyRing.Key.lasting("main", "e1", new byte[32]);
    private static final RecordContext CONTEXT = new RecordContext(Instant.EPOCH, "mailwerk", null, null);
    private static final Tokenize TOKENS = new Tokenize(KEY, KeyChange.AT_ONCE, "mailwerk", "d");

    @Property
    void aTokenIsTheSameEachTimeAndCanBeTurnedBack(@ForAll @StringLength(max = 60) String value) {
        // Given
        String text = new String(
                value.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8);

        // When
        String token = apply(TOKENS, Scalar.string(text));

        // Then
        assertThat(token).matches("e1\\.[A-Za-z0-9_-]+").isEqualTo(apply(TOKENS, Scalar.string(text)));
        assertThat(TOKENS.reverse(token)).isEqualTo(text);
    }

    @Test
    void tokensOfPartnersAndDomainsNeverMeet() {
        Tokenize otherPartner = new Tokenize(KEY, KeyChange.AT_ONCE, "other", "d");
        Tokenize otherDomain = new Tokenize(KEY, KeyChange.AT_ONCE, "mailwerk", "e");
        String token = apply(TOKENS, Scalar.string("Ada"));
        assertThat(apply(otherPartner, Scalar.string("Ada"))).isNotEqualTo(token);
        assertThat(otherPartner.reverse(token)).isNull();
        assertThat(otherDomain.reverse(token)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"''", "x", "e1.", "e1.AAAA", "e2.AAAAAAAAAAAAAAAAAAAAAAAA", "e1.!", "."})
    void whatIsNoTokenIsNotTurnedBack(String token) {
        assertThat(TOKENS.reverse(token)).isNull();
    }

    @ParameterizedTest(name = "{0} keeping others: {1}")
    @CsvSource({
        "1234567, false",
        "0171 1234567, true",
        "+49-171-123, true",
        "12345, false",
        "0171 1234567, false",
        "ab, true"
    })
    void formatIsKept(String value, boolean keepOthers) {
        // Given
        Form form = fpe("mailwerk", keepOthers);
        long digits = value.chars().filter(Character::isDigit).count();

        // When
        String changed = apply(form, Scalar.string(value));

        // Then
        if (digits < 6 || !keepOthers && digits < value.length()) {
            assertThat(changed).isEqualTo("-");
        } else {
            assertThat(changed.replaceAll("[0-9]", "#")).isEqualTo(value.replaceAll("[0-9]", "#"));
            assertThat(changed).isNotEqualTo(value).isEqualTo(apply(form, Scalar.string(value)));
            assertThat(changed).isNotEqualTo(apply(fpe("other", keepOthers), Scalar.string(value)));
        }
    }

    @Test
    void anyAlphabetHasItsOwnFewestCharacters() {
        String letters = "abcdefghijklmnopqrstuvwxyz";
        Form form = new Fpe(KEY, KeyChange.AT_ONCE, "mailwerk", "d", letters, false);
        assertThat(apply(form, Scalar.string("abcd"))).isEqualTo("-");
        assertThat(apply(form, Scalar.string("abcde"))).matches("[a-z]{5}");
        Form faces = new Fpe(KEY, KeyChange.AT_ONCE, "mailwerk", "d", "😀😁", false);
        assertThat(apply(faces, Scalar.string("😀".repeat(20))).codePoints()).hasSize(20);
        assertThat(apply(fpe("mailwerk", true), Scalar.number("1234567"))).isEqualTo("-");
    }

    @Test
    void anEnvelopeOpensForThePartnerAndKeepsTheType() throws Exception {
        // Given
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
        EncryptionKey partner = EncryptionKey.ofJwk(key.toPublicJWK().toJSONString());

        // When
        JWEObject text = JWEObject.parse(apply(partner.around(Form.AS_IS), Scalar.string("say \"hi\"\n\\")));
        JWEObject number = JWEObject.parse(apply(partner.around(new Truncate(2)), Scalar.string("10115")));
        text.decrypt(new ECDHDecrypter(key));
        number.decrypt(new ECDHDecrypter(key));

        // Then
        assertThat(text.getPayload()).hasToString("\"say \\\"hi\\\"\\u000a\\\\\"");
        assertThat(text.getHeader().getKeyID()).isEqualTo("k1");
        assertThat(text.getHeader().getContentType()).isEqualTo("application/json");
        assertThat(number.getPayload()).hasToString("\"10\"");
    }

    @Test
    void anEnvelopeForAnRsaKeyInPemOpensToo() throws Exception {
        // Given
        RSAKey key = new RSAKeyGenerator(2048).generate();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(key.toRSAPublicKey().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";

        // When
        JWEObject envelope = JWEObject.parse(apply(EncryptionKey.ofPem(pem).around(Form.AS_IS), Scalar.number("7.50")));
        envelope.decrypt(new RSADecrypter(key));

        // Then
        assertThat(envelope.getPayload()).hasToString("7.50");
    }

    @Test
    void anEnvelopeHasNothingToSayWhereItsContentDoesNotApply() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_384).generate();
        EncryptionKey partner = EncryptionKey.ofJwk(key.toPublicJWK().toJSONString());
        assertThat(apply(partner.around(new Truncate(2)), Scalar.number("1"))).isEqualTo("-");
    }

    private static Form fpe(String partner, boolean keepOthers) {
        return new Fpe(KEY, KeyChange.AT_ONCE, partner, "d", "0123456789", keepOthers);
    }

    private static String apply(Form form, Scalar value) {
        Scalar changed = form.apply(value, CONTEXT);
        return changed == null ? "-" : changed.text();
    }
}
