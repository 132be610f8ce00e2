package dev.sluice.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gateway.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no catalog knows is counted by route and place, without values and without names. */
final class DriftTest {

    @TempDir
    private Path directory;

    @Test
    void listsWhatNoCatalogKnows() throws Exception {
        // Given
        LiveGateway.bundle(directory.resolve("bundle"), true);
        int port = LiveGateway.freePort();
        String customers =
                "{\"customers\":[{\"email\":\"a@x.example\",\"canary_name\":\"canary value\"},{\"canary@x.example\":1}]}";
        try (ScriptedUpstream shop = new ScriptedUpstream((request, connection) -> connection.json(customers));
                LiveGateway gateway = LiveGateway.start(LiveGateway.file(directory, shop.port(), port))) {
            gateway.customers();

            // When
            String drift = gateway.admin("GET", "/admin/drift", "").text();
            CommandRun listed = CommandRun.of(
                    "catalog",
                    "drift",
                    "--config",
                    directory.resolve("gateway.yaml").toString());

            // Then
            assertThat(drift)
                    .contains("\"route\":\"customers\"", "\"place\":\"$.customers[*].?\"", "\"members\":2")
                    .doesNotContain("canary");
            assertThat(listed.out())
                    .contains("route customers, catalog customers", "2  $.customers[*].?")
                    .doesNotContain("canary");
        }
    }

    @Test
    void tellsANameOnceTwentyCustomersHadIt() throws Exception {
        // Given
        customersAre("{ id: id }");
        AtomicInteger customers = new AtomicInteger();
        try (ScriptedUpstream shop =
                        new ScriptedUpstream((request, connection) -> connection.json(page(customers.get())));
                LiveGateway gateway = LiveGateway.start(directory, shop.port())) {

            // When
            customers.set(19);
            for (int k = 0; k < 5; k++) {
                gateway.customers();
            }

            // Then
            assertThat(gateway.admin("GET", "/admin/drift", "").text()).doesNotContain("loyalty", "Ada_");

            // When
            customers.set(20);
            gateway.customers();

            // Then
            Thread.sleep(1100);
            gateway.customers();
            assertThat(gateway.admin("GET", "/admin/drift", "").text())
                    .contains("$.customers[*].loyalty", "$.customers[*].?")
                    .doesNotContain("Ada_", "canary");
        }
    }

    @Test
    void hearsOfEveryCustomerOfAPageHoweverManyNamesTheirRecordsHold() throws Exception {
        // Given
        customersAre("{ id: id }");
        String names =
                IntStream.range(0, 60).mapToObj(k -> ",\"extra_" + k + "\":1").collect(Collectors.joining());
        String page = IntStream.range(1, 31)
                .mapToObj(k -> "{\"id\":" + k + names + "}")
                .collect(Collectors.joining(",", "{\"customers\":[", "]}"));
        try (ScriptedUpstream shop = new ScriptedUpstream((request, connection) -> connection.json(page));
                LiveGateway gateway = LiveGateway.start(directory, shop.port())) {
            gateway.customers();

            // When
            Thread.sleep(1100);
            gateway.customers();

            // Then
            assertThat(gateway.admin("GET", "/admin/drift", "").text())
                    .contains("$.customers[*].extra_0", "$.customers[*].extra_59");
        }
    }

    @Test
    void countsAnIdThatCannotBeUsedForNobody() throws Exception {
        // Given
        customersAre("{ id: id, none_if: [guest] }");
        StringBuilder spellings = new StringBuilder("{\"customers\":[{\"id\":\"guest\",\"loyalty\":1}");
        for (int k = 0; k < 30; k++) {
            String zeros = "0".repeat(k + 1);
            spellings.append(",{\"id\":880101.").append(zeros).append(",\"loyalty\":1}");
            spellings.append(",{\"id\":880101e").append(zeros).append(",\"loyalty\":1}");
            spellings.append(",{\"id\":\"").append(" ".repeat(k + 1)).append("880101\",\"loyalty\":1}");
        }
        String page = spellings.append("]}").toString();
        try (ScriptedUpstream shop = new ScriptedUpstream((request, connection) -> connection.json(page));
                LiveGateway gateway = LiveGateway.start(directory, shop.port())) {
            gateway.customers();

            // When
            Thread.sleep(1100);
            gateway.customers();

            // Then
            assertThat(gateway.admin("GET", "/admin/drift", "").text())
                    .contains("$.customers[*].?")
                    .doesNotContain("loyalty");
        }
    }

    /** A bundle whose records are about customers. */
    private void customersAre(String customer) throws IOException {
        Path bundle = directory.resolve("bundle");
        LiveGateway.bundle(bundle, true);
        Path catalog = bundle.resolve("catalog.yaml");
        String text = Files.readString(catalog);
        Files.writeString(catalog, text.replace("    fields:", "    customer: " + customer + "\n    fields:"));
    }

    /** Each customer has the same unknown member, and one that is named after them. */
    private static String page(int customers) {
        StringBuilder page = new StringBuilder("{\"customers\":[");
        for (int k = 0; k < customers; k++) {
            page.append(k == 0 ? "" : ",");
            page.append("{\"id\":")
                    .append(k)
                    .append(",\"loyalty\":\"canary\",\"Ada_")
                    .append(k)
                    .append("\":{\"x\":1}}");
        }
        return page.append("]}").toString();
    }
}
