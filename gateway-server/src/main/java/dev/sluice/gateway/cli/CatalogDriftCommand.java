package dev.sluice.gateway.cli;

import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code sluice catalog drift}: what traffic held that no catalog knows. */
@Command(
        name = "drift",
        header =
                "Lists what traffic held that no catalog knows, as the running gateway has counted it since its start.",
        description = {
            "",
            "One line for each place: how often, the place, first and last time. `?` stands for a name that too few "
                    + "customers' records held, or that does not look like a word of a schema."
        })
final class CatalogDriftCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private GatewayOption gateway;

    CatalogDriftCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        JsonNode routes = gateway.client(gateway.read())
                .call("GET", "/admin/drift", Map.of())
                .path("routes");
        PrintStream out = terminal.print();
        for (JsonNode route : routes) {
            out.println("route " + route.path("route").asString() + ", catalog "
                    + route.path("catalog").asString());
            for (JsonNode place : route.path("places")) {
                out.printf(
                        "%10d  %s  %s  %s%n",
                        place.path("members").asLong(),
                        place.path("place").asString(),
                        place.path("first_seen").asString(),
                        place.path("last_seen").asString());
            }
        }
        out.flush();
        if (routes.isEmpty()) {
            terminal.err().println("nothing so far that no catalog knows");
        }
        return ExitCode.DONE.code();
    }
}
