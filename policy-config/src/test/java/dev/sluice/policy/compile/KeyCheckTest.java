package dev.sluice.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.diagnostic.Problem;
import dev.sluice.policy.form.KeyRing;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key that is missing is told with the line that names it and the place where keys are declared. */
class KeyCheckTest {

    private static final String BUNDLE = """
            kind: Catalog
            id: shop
            records:
              - at: "$.c[*]"
                customer: { id: id }
                fields: { id: user.unique_id, note: user.content.private }
            ---
            kind: Partner
            id: mailwerk
            role: email_marketer
            countries: [DE]
            purposes: [marketing.communications.email]
            ---
            kind: Policy
            id: newsletter
            partners: { ids: [mailwerk] }
            catalogs: [shop]
            purpose: marketing.communications.email
            basis: contract
            share:
              - customer: pseudonym
              - user.content.private: FORM
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ pseudonym: { key: may-2027 } }",
                "{ tokenize: { key: may-2027 } }",
                "{ fpe: { key: may-2027, alphabet: digits } }",
                "[{ truncate: { keep_first: 9 } }, { pseudonym: { key: may-2027 } }]"
            })
    void namesTheKeyAndWhereKeysAre(String form) {
        // When
        List<Problem> problems = problems(form, new Keys(List.of("main-2027")));

        // Then
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("unknown-key-id");
            assertThat(problem.location().toString()).startsWith("file0.yaml:22:");
            assertThat(problem.message())
                    .isEqualTo("unknown key `may-2027` (expected: the id of a key in `keys` of `gateway.yaml`)");
            assertThat(problem.help()).isEqualTo("did you mean `main-2027`?");
        });
    }

    @Test
    void oneOfSeveralKeysMustBeNamed() {
        // When
        List<Problem> problems = problems("tokenize", new Keys(List.of("b", "a")));

        // Then
        assertThat(problems).extracting(Problem::code).containsExactly("no-default-key", "no-default-key");
        assertThat(problems).extracting(Problem::help).allMatch(help -> help.endsWith("there are `a`, `b`"));
    }

    private static List<Problem> problems(String form, KeyRing keys) {
        return Bundles.problems(keys, BUNDLE.replace("FORM", form)).stream()
                .filter(problem -> problem.code().contains("key"))
                .toList();
    }

    /** Keys of these ids. */
    private record Keys(List<String> known) implements KeyRing {

        @Override
        public @Nullable Key key(String id) {
            return known.contains(id) ? Key.lasting(id, id, new byte[32]) : null;
        }

        @Override
        public Collection<String> ids() {
            return known;
        }

        @Override
        public String declared() {
            return "`keys` of `gateway.yaml`";
        }
    }
}
