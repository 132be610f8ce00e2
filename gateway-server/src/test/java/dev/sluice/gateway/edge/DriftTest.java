package dev.sluice.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gateway.cli.CommandRun;
import java.net.ServerSocket;
import java.nio.file.Path;
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
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
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
}
