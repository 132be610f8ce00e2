package dev.sluice.gateway.config;

import dev.sluice.gateway.config.ListenerConfig.TlsFiles;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlScalar;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code listeners.admin}: on loopback if nothing else is said, never in clear text beyond it. */
final class AdminListenerReader {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int PORT = 9901;
    private static final Set<String> LOOPBACKS = Set.of(LOOPBACK, "::1", "localhost");

    private final ConfigScope scope;

    AdminListenerReader(ConfigScope scope) {
        this.scope = scope;
    }

    Optional<AdminListenerConfig> admin(YamlFields listeners) {
        return listeners
                .node("admin")
                .flatMap(node -> scope.fields(node, "admin-listener"))
                .flatMap(this::listener);
    }

    private Optional<AdminListenerConfig> listener(YamlFields fields) {
        ListenerReader reader = new ListenerReader(scope);
        Optional<YamlScalar> bind = fields.text("bind");
        Optional<ListenerReader.Address> address = bind.isEmpty()
                ? Optional.of(new ListenerReader.Address(LOOPBACK, PORT))
                : bind.flatMap(reader::address);
        @Nullable TlsFiles tls = new TlsReader(scope).tls(fields, true);
        Optional<YamlFields> token = fields.requiredNode("token").flatMap(node -> scope.fields(node, "token"));
        Optional<String> digest = token.flatMap(t -> ListenerReader.digest(scope, t, "`token`"));
        @Nullable Path file = token.flatMap(t -> t.text("file"))
                .map(text -> scope.files().resolve(text.text()))
                .orElse(null);
        token.ifPresent(YamlFields::rejectOthers);
        fields.rejectOthers();
        if (tls == null
                && address.isPresent()
                && !LOOPBACKS.contains(address.get().host())) {
            scope.wrongValue(
                    fields.location(),
                    "`admin` listens on `" + address.get().host() + "` with `tls: off`, so its token can be read on"
                            + " the way",
                    "give it a certificate, or bind it to `127.0.0.1`");
            return Optional.empty();
        }
        return digest.flatMap(hex -> address.map(
                at -> new AdminListenerConfig(new ListenerConfig(at.host(), at.port(), null, tls), hex, file)));
    }
}
