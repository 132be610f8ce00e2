package dev.sluice.gateway.config;

import dev.sluice.gateway.config.UpstreamConfig.Presented;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlScalar;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code upstreams}. */
final class UpstreamReader {

    private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern FIELD_VALUE = Pattern.compile("[\\x21-\\x7E]([\\x20-\\x7E]*[\\x21-\\x7E])?");
    /** Fields by which messages are framed or routed; the gateway writes them itself. */
    private static final Set<String> RESERVED = Set.of(
            "host",
            "connection",
            "content-length",
            "transfer-encoding",
            "te",
            "trailer",
            "upgrade",
            "expect",
            "accept",
            "accept-encoding",
            "content-type",
            "content-encoding",
            "range",
            "keep-alive");

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration FIRST_BYTE = Duration.ofSeconds(30);

    private final ConfigScope scope;

    UpstreamReader(ConfigScope scope) {
        this.scope = scope;
    }

    Map<String, UpstreamConfig> read(YamlFields fields) {
        Map<String, UpstreamConfig> upstreams = new LinkedHashMap<>();
        fields.requiredNode("upstreams");
        for (YamlMap.Entry entry : fields.entries("upstreams")) {
            String subject = "the upstream `" + entry.key() + "`";
            scope.fields(entry.value(), "upstream", subject)
                    .flatMap(upstream -> upstream(entry.key(), upstream))
                    .ifPresent(upstream -> upstreams.put(upstream.id(), upstream));
        }
        return upstreams;
    }

    private Optional<UpstreamConfig> upstream(String id, YamlFields fields) {
        Optional<URI> url = fields.requiredText("url").flatMap(text -> url(scope, "url", text));
        @Nullable Path ca = fields.text("ca").flatMap(new TlsReader(scope)::authorities).orElse(null);
        @Nullable Presented present = fields.map("present")
                .flatMap(map -> scope.fields(map, "presented"))
                .flatMap(this::presented)
                .orElse(null);
        Duration connect = scope.duration(fields, "connect", CONNECT);
        Duration firstByte = scope.duration(fields, "first_byte", FIRST_BYTE);
        Duration betweenBytes = scope.duration(fields, "between_bytes", FIRST_BYTE);
        fields.rejectOthers();
        return url.map(u -> new UpstreamConfig(id, u, ca, present, connect, firstByte, betweenBytes));
    }

    private Optional<Presented> presented(YamlFields fields) {
        Optional<YamlScalar> header = fields.requiredText("header");
        Optional<YamlScalar> value = fields.requiredText("value");
        fields.rejectOthers();
        if (header.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        String name = header.get().text();
        boolean field = FIELD_NAME.matcher(name).matches();
        if (!field || RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
            // What is no field's name may be the credential itself.
            scope.wrongValue(
                    header.get().location(),
                    (field ? "`header` is `" + name + "`" : "`header` is not the name of a field")
                            + " (expected: a header field for a credential)",
                    null);
            return Optional.empty();
        }
        Optional<String> secret = scope.files().expand(value.get());
        if (secret.isPresent() && !FIELD_VALUE.matcher(secret.get()).matches()) {
            scope.wrongValue(
                    value.get().location(),
                    "`value` is not what a header field can hold (expected: visible ASCII)",
                    null);
            return Optional.empty();
        }
        return secret.map(text -> new Presented(name, text));
    }

    /** An http or https URL without credentials, query and fragment. What stands there instead is not printed. */
    static Optional<URI> url(ConfigScope scope, String key, YamlScalar text) {
        try {
            URI uri = new URI(text.text());
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            boolean plain = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
            if (web
                    && plain
                    && uri.getHost() != null
                    && FIELD_VALUE.matcher(text.text()).matches()) {
                return port(scope, key, text, uri);
            }
        } catch (URISyntaxException e) {
            // Told below.
        }
        scope.wrongValue(
                text.location(),
                "`" + key
                        + "` is not an address (expected: `https://host:port`, at most with a path, in visible ASCII)",
                null);
        return Optional.empty();
    }

    private static Optional<URI> port(ConfigScope scope, String key, YamlScalar text, URI uri) {
        if (uri.getPort() == 0 || uri.getPort() > ListenerReader.LARGEST_PORT) {
            scope.wrongValue(
                    text.location(),
                    "the port of `" + key + "` is `" + uri.getPort() + "` (expected: 1 to "
                            + ListenerReader.LARGEST_PORT + ")",
                    null);
            return Optional.empty();
        }
        return Optional.of(uri);
    }
}
