package dev.sluice.gateway.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Thousands of drawn records through the shipped example: exactly the right people leave, with exactly the right fields. */
final class GeneratedExportsTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int RECORDS = 3_000;
    private static final String HOTLINE = "+49 30 5550100";

    private static Gate gate;

    @BeforeAll
    static void loadTheExample() {
        gate = Gate.of(Sample.bundle());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300})
    void newsletterGetsTheGrownUpsOfThreeCountriesWhoConfirmed(long seed) {
        // Given
        GeneratedShop shop = new GeneratedShop(seed);
        String page = shop.customersPage(RECORDS);

        // When
        Filtered filtered = gate.filter(Sample.Receiver.MAILWERK, "shopify-customers", bytes(page));

        // Then
        List<Map<String, String>> expected = shop.people().stream()
                .filter(person -> !shop.broken().contains(person.id()))
                .filter(GeneratedExportsTest::getsTheNewsletter)
                .map(GeneratedExportsTest::newsletterRow)
                .toList();
        JsonNode got = MAPPER.readTree(filtered.output()).path("customers");
        assertThat(expected).hasSizeGreaterThan(RECORDS / 50);
        assertThat(rows(got, "id")).isEqualTo(expected);
        assertThat(handles(got, "id"))
                .doesNotHaveDuplicates()
                .hasSameSizeAs(expected)
                .allMatch(id -> id.matches("t1\\.[A-Za-z0-9_-]{43}"));
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 50, 600})
    void carrierGetsEveryDeliveryAndCallsOnlyThoseWhoAgreed(long seed) {
        // Given
        GeneratedShop shop = new GeneratedShop(seed);
        String list = shop.ordersList(RECORDS);

        // When
        Filtered filtered = gate.filter(Sample.Receiver.PAKETBLITZ, "woocommerce-orders", bytes(list));

        // Then
        List<Map<String, String>> expected = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            expected.add(deliveryRow(shop.people().get(i), i));
        }
        assertThat(rows(MAPPER.readTree(filtered.output()), "customer_id")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 80, 900})
    void newsletterGetsTheGrownUpsWithATick(long seed) {
        // Given
        GeneratedShop shop = new GeneratedShop(seed);
        String list = shop.ordersList(RECORDS);

        // When
        Filtered filtered = gate.filter(Sample.Receiver.MAILWERK, "woocommerce-orders", bytes(list));

        // Then
        List<String> expected = shop.people().stream()
                .filter(person -> "subscribed".equals(person.consent()))
                .filter(person -> person.ofAge() && person.inGermanSpeakingCountry())
                .map(GeneratedPerson::email)
                .toList();
        JsonNode got = MAPPER.readTree(filtered.output());
        assertThat(expected).hasSizeGreaterThan(RECORDS / 50);
        assertThat(texts(got, "email")).isEqualTo(expected);
        assertThat(filtered.output()).doesNotContain("Insulin", "owes us", "Lindenallee", "+49888", "Gift for");
    }

    private static boolean getsTheNewsletter(GeneratedPerson person) {
        return "subscribed".equalsIgnoreCase(person.consent())
                && person.confirmed()
                && person.ofAge()
                && person.inGermanSpeakingCountry();
    }

    private static Map<String, String> newsletterRow(GeneratedPerson person) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("email", person.email());
        row.put("first_name", person.firstName());
        row.put("default_address.zip", person.postcode().substring(0, 2));
        row.put("default_address.country_code", String.valueOf(person.country()));
        return sorted(row);
    }

    private static Map<String, String> deliveryRow(GeneratedPerson person, int i) {
        boolean mayCall = i % 3 == 0 && i % 2 == 0;
        Map<String, String> row = new LinkedHashMap<>();
        row.put("number", "N-" + i);
        row.put("shipping.first_name", "Gift for " + person.firstName());
        row.put("shipping.last_name", person.lastName());
        row.put("shipping.address_1", person.street());
        row.put("shipping.postcode", person.postcode());
        row.put("shipping.country", "FR");
        row.put("shipping.phone", mayCall ? "+49888" + person.id() : HOTLINE);
        return sorted(row);
    }

    /** All leaves of each record but the handle, by path. */
    private static List<Map<String, String>> rows(JsonNode records, String handle) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (JsonNode record : records) {
            Map<String, String> row = new LinkedHashMap<>();
            new Document(bytes(record.toString()), "$")
                    .leaves().stream()
                            .filter(leaf -> !leaf.path().equals(handle))
                            .forEach(leaf -> row.put(leaf.path(), leaf.text()));
            rows.add(sorted(row));
        }
        return rows;
    }

    private static List<String> handles(JsonNode records, String member) {
        List<String> handles = new ArrayList<>();
        records.forEach(record -> handles.add(record.path(member).asString()));
        return handles;
    }

    private static List<String> texts(JsonNode records, String member) {
        List<String> texts = new ArrayList<>();
        records.forEach(record -> texts.add(record.path("billing").path(member).asString()));
        return texts;
    }

    private static Map<String, String> sorted(Map<String, String> row) {
        return new TreeMap<>(row);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
