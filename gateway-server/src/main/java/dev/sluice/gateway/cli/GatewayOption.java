package dev.sluice.gateway.cli;

import dev.sluice.gateway.config.AdminListenerConfig;
import dev.sluice.gateway.config.ConfigReader;
import dev.sluice.gateway.config.GatewayConfig;
import dev.sluice.policy.diagnostic.InvalidBundleException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of commands that talk to a running gateway. */
final class GatewayOption {

    private static final String TOKEN_VARIABLE = "SLUICE_ADMIN_TOKEN";

    @Option(names = "--config", paramLabel = "FILE", required = true, description = "The gateway's own file.")
    private Path config;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "Where the admin token stands; else the file that the gateway's file names, else the variable "
                            + TOKEN_VARIABLE + ".")
    private @Nullable Path tokenFile;

    GatewayConfig read() {
        try {
            return ConfigReader.read(config);
        } catch (InvalidBundleException e) {
            throw new Refusal("`" + config + "` has errors", "`sluice check --config " + config + "` prints them");
        }
    }

    AdminClient client(GatewayConfig read) {
        AdminListenerConfig admin = read.admin();
        if (admin == null) {
            throw new Refusal(
                    "`" + config + "` opens no admin listener",
                    "add `admin` under `listeners` and start the gateway anew");
        }
        return new AdminClient(admin, token(admin));
    }

    private String token(AdminListenerConfig admin) {
        Path file = tokenFile == null ? admin.tokenFile() : tokenFile;
        if (file != null) {
            return AdminClient.token(file);
        }
        String token = System.getenv(TOKEN_VARIABLE);
        if (token == null || token.isBlank()) {
            throw new Refusal(
                    "the admin token is missing",
                    "give --token-file, or `file` of `token` in `" + config + "`, or " + TOKEN_VARIABLE);
        }
        return token.strip();
    }

    /** Who asks, as the operating system knows them. */
    static String caller() {
        return System.getProperty("user.name", "somebody");
    }
}
