package dev.sluice.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.decision.DecisionPoint;
import dev.sluice.policy.decision.DecisionPoint.DisclosureRequest;
import dev.sluice.policy.decision.Disclosure;
import dev.sluice.policy.decision.PolicyVersion;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.form.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of forms: every example on it is what a bundle does. */
class FormsPageTest {

    private static final Path PAGE = Path.of("../docs/policy/forms.md");
    private static final Pattern ROW =
            Pattern.compile("^\\| `([^|]+)` \\| `([^|]+)` \\| `([^|]+)` \\| (`([^|]+)`|stays) \\|$", Pattern.MULTILINE);
    private static final List<String> FORMS = List.of(
            "as_is",
            "replace",
            "nullify",
            "mask",
            "mask_email",
            "initial",
            "truncate",
            "date_part",
            "age_band",
            "bucket",
            "round",
            "ip_truncate",
            "match_hash",
            "pseudonym",
            "tokenize",
            "fpe",
            "encrypt");

    private record Row(String form, String category, String value, String result) {}

    static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        Matcher found = ROW.matcher(Files.readString(PAGE));
        while (found.find()) {
            String result = found.group(5) == null ? "stays" : found.group(5);
            rows.add(new Row(found.group(1), found.group(2), found.group(3), result));
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void showsWhatLeaves(Row row) {
        // Given
        Disclosure disclosure =
                point(row).open(new DisclosureRequest("ads", "marketing.advertising", "shop", Bundles.NOW));
        Object document = TinyJson.parse("[{\"id\":7,\"country\":\"DE\",\"value\":" + row.value() + "}]");

        // When
        Map<?, ?> record = (Map<?, ?>) ((List<?>) TreeEngine.filter(disclosure, document)).get(0);

        // Then
        String left = record.containsKey("value") ? TinyJson.write(record.get("value")) : "stays";
        if (row.result().endsWith("…\"")) {
            assertThat(left).startsWith(row.result().substring(0, row.result().length() - 2));
        } else {
            assertThat(left).isEqualTo(row.result());
        }
    }

    @Test
    void namesEveryForm() throws IOException {
        List<String> shown = rows().stream().map(Row::form).toList();
        assertThat(FORMS).allMatch(form -> shown.stream().anyMatch(one -> one.matches("\\[?\\{? ?" + form + "\\b.*")));
    }

    private static DecisionPoint point(Row row) {
        String form =
                row.form().matches("[a-z_]+") || row.form().startsWith("[") ? row.form() : "{ " + row.form() + " }";
        String bundle = """
                kind: Catalog
                id: shop
                records:
                  - at: "$[*]"
                    customer: { id: id, country: country }
                    fields: { id: user.unique_id, value: CATEGORY }
                ---
                kind: Partner
                id: ads
                role: advertiser
                countries: [DE]
                purposes: [marketing.advertising]
                encryption: KEY
                ---
                kind: Policy
                id: p
                partners: { ids: [ads] }
                catalogs: [shop]
                purpose: marketing.advertising
                basis: contract
                share:
                  - user.unique_id
                """.replace("CATEGORY", row.category()).replace("KEY", Envelopes.yaml())
                + "  - " + row.category() + ": " + form + "\n";
        Problems problems = new Problems();
        PolicyVersion version = new PolicyVersion("0".repeat(64), "0".repeat(64));
        return BundleCompiler.compile(Bundles.parse(problems, bundle), version, new OneKey(), problems)
                .orElseThrow(() -> new AssertionError(problems.sorted()));
    }

    /** The key with which the page's examples are made. */
    private static final class OneKey implements KeyRing {

        private static final Key KEY = Key.lasting("main", "2027", new byte[32]);

        @Override
        public Key key(String id) {
            return KEY;
        }

        @Override
        public Key only() {
            return KEY;
        }

        @Override
        public List<String> ids() {
            return List.of("main");
        }

        @Override
        public String declared() {
            return "a test";
        }
    }
}
