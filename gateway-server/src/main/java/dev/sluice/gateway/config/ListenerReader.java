package dev.sluice.gateway.config;

import dev.sluice.gateway.config.ListenerConfig.TlsFiles;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code listeners}. */
final class ListenerReader {

    private static final Pattern BIND = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9.-]+):([0-9]{1,5})");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");
    private static final Pattern SHA256SUM = Pattern.compile("([0-9a-fA-F]{64})[ \\t]+[^\\r\\n]+");
    static final int LARGEST_PORT = 65_535;

    private final ConfigScope scope;

    ListenerReader(ConfigScope scope) {
        this.scope = scope;
    }

    Optional<ListenerConfig> partners(YamlFields listeners) {
        return listeners
                .requiredNode("partners")
                .flatMap(node -> scope.fields(node, "listener"))
                .flatMap(fields -> {
                    Optional<ListenerConfig> listener = listener(fields, true);
                    fields.rejectOthers();
                    return listener;
                });
    }

    Optional<ListenerConfig> probes(YamlFields listeners) {
        return listeners
                .node("probes")
                .flatMap(node -> scope.fields(node, "probe-listener"))
                .flatMap(fields -> {
                    Optional<ListenerConfig> listener = listener(fields, false);
                    fields.rejectOthers();
                    return listener;
                });
    }

    Optional<ShopListenerConfig> shop(YamlFields listeners) {
        return listeners
                .node("shop")
                .flatMap(node -> scope.fields(node, "shop-listener"))
                .flatMap(fields -> {
                    Optional<ListenerConfig> listener = listener(fields, true);
                    List<String> keys = new ArrayList<>();
                    fields.requiredNode("recognised_by");
                    for (YamlNode entry : fields.list("recognised_by")) {
                        scope.fields(entry, "credential")
                                .ifPresent(credential -> apiKey(credential).ifPresent(keys::add));
                    }
                    fields.rejectOthers();
                    return listener.map(l -> new ShopListenerConfig(l, keys));
                });
    }

    private Optional<String> apiKey(YamlFields credential) {
        Optional<YamlFields> key = credential.requiredNode("api_key").flatMap(node -> scope.fields(node, "api-key"));
        credential.rejectOthers();
        if (key.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> hex = digest(scope, key.get(), "`api_key`");
        key.get().rejectOthers();
        return hex;
    }

    /** The SHA-256 of a secret, as it stands here or in a file. */
    static Optional<String> digest(ConfigScope scope, YamlFields secret, String subject) {
        Optional<YamlScalar> digest = secret.text("sha256");
        Optional<YamlScalar> file = secret.text("sha256_file");
        if (digest.isPresent() == file.isPresent()) {
            scope.wrongValue(secret.location(), subject + " has not exactly one of `sha256` and `sha256_file`", null);
            return Optional.empty();
        }
        YamlScalar place = digest.or(() -> file).orElseThrow();
        Optional<String> hex = digest.map(YamlScalar::text)
                .or(() -> scope.files().text(place.text(), place.location()).map(ListenerReader::ofSha256sum))
                .map(String::strip);
        if (hex.isPresent() && !SHA256.matcher(hex.get()).matches()) {
            scope.wrongValue(
                    place.location(),
                    "the digest is not 64 hex digits",
                    "`printf %s \"$KEY\" | sha256sum | cut -d' ' -f1` makes them");
            return Optional.empty();
        }
        return hex;
    }

    /** The digest of a line as {@code sha256sum} writes it, which names what it has read behind it; else all of it. */
    private static String ofSha256sum(String text) {
        Matcher line = SHA256SUM.matcher(text.strip());
        return line.matches() ? line.group(1) : text;
    }

    private Optional<ListenerConfig> listener(YamlFields fields, boolean tlsAsked) {
        Optional<YamlScalar> bind = fields.requiredText("bind");
        Optional<YamlScalar> publicUrl = tlsAsked ? fields.text("public_url") : Optional.empty();
        @Nullable TlsFiles tls = new TlsReader(scope).tls(fields, tlsAsked);
        return bind.flatMap(place -> address(place))
                .map(at -> new ListenerConfig(at.host(), at.port(), url(publicUrl.orElse(null)), tls));
    }

    /** Where something listens. */
    record Address(String host, int port) {}

    Optional<Address> address(YamlScalar bind) {
        Matcher matcher = BIND.matcher(bind.text());
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > LARGEST_PORT) {
            scope.wrongValue(
                    bind.location(),
                    "`bind` is `" + bind.text() + "` (expected: host and port, such as `0.0.0.0:8443`)",
                    null);
            return Optional.empty();
        }
        String host = matcher.group(1).replace("[", "").replace("]", "");
        return Optional.of(new Address(host, Integer.parseInt(matcher.group(2))));
    }

    private @Nullable URI url(@Nullable YamlScalar text) {
        return text == null
                ? null
                : UpstreamReader.url(scope, "public_url", text).orElse(null);
    }
}
