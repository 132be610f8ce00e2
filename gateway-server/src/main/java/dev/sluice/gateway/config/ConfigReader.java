package dev.sluice.gateway.config;

import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.diagnostic.SourceText;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlReader;
import dev.sluice.policy.yaml.YamlScalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the gateway's file, whole or not at all. One method for each key, in the order of the reference page. */
public final class ConfigReader {

    private static final Duration DRAIN = Duration.ofSeconds(25);

    private final Problems problems;
    private final ConfigScope scope;
    private final NearbyFiles files;

    private ConfigReader(Path directory, Problems problems) {
        this.problems = problems;
        this.files = new NearbyFiles(directory, problems);
        this.scope = new ConfigScope(problems, files);
    }

    /** @throws InvalidBundleException with every problem, if one of them is an error */
    public static GatewayConfig read(Path file) throws InvalidBundleException {
        return read(file, ConfigReader::config);
    }

    /**
     * Reads the keys alone, for who serves nothing: nothing else needs to be there, and what is there is not looked into.
     *
     * @throws InvalidBundleException with every problem, if one of them is an error
     */
    public static ConfiguredKeys keys(Path file) throws InvalidBundleException {
        return read(file, ConfigReader::keysAlone);
    }

    /** Makes of the file's one map what is wanted; null if it cannot be made. */
    private interface Wanted<T> {
        @Nullable T of(ConfigReader reader, YamlFields fields, String file);
    }

    private static <T> T read(Path file, Wanted<T> wanted) throws InvalidBundleException {
        Problems problems = new Problems();
        String name = file.toString().replace('\\', '/');
        Map<String, SourceText> sources = new LinkedHashMap<>();
        @Nullable T read = null;
        try {
            YamlReader.YamlFile yaml = new YamlReader(problems).read(name, Files.readAllBytes(file));
            yaml.source().ifPresent(source -> sources.put(name, ShownLines.of(source)));
            Path directory =
                    Optional.ofNullable(file.toAbsolutePath().getParent()).orElseGet(() -> Path.of("/"));
            ConfigReader reader = new ConfigReader(directory, problems);
            read = reader.document(yaml.documents(), name)
                    .map(fields -> wanted.of(reader, fields, name))
                    .orElse(null);
        } catch (IOException e) {
            problems.error("unreadable-file", new SourceLocation(name, 1, 1), NearbyFiles.unreadable(name, e), null);
        }
        if (read == null || problems.hasErrors()) {
            throw new InvalidBundleException(problems.sorted(), sources);
        }
        return read;
    }

    private Optional<YamlFields> document(List<YamlNode> documents, String name) {
        if (documents.size() != 1 || !(documents.get(0) instanceof YamlMap map)) {
            problems.error(
                    "wrong-type", new SourceLocation(name, 1, 1), "the file is not one map (expected: one map)", null);
            return Optional.empty();
        }
        return scope.fields(map, "gateway");
    }

    private ConfiguredKeys keysAlone(YamlFields fields, String file) {
        format(fields);
        ConfiguredKeys keys = new KeyReader(scope).read(fields, file);
        fields.rejectUnknown();
        return keys;
    }

    private static void format(YamlFields fields) {
        fields.requiredNode("format");
        fields.integer("format", 1, 1);
    }

    private @Nullable GatewayConfig config(YamlFields fields, String file) {
        format(fields);
        Optional<Path> bundle = fields.requiredText("bundle").map(text -> files.resolve(text.text()));
        @Nullable Path state =
                fields.text("state").map(text -> files.resolve(text.text())).orElse(null);
        Listening listening = listening(fields);
        ConfiguredKeys keys = new KeyReader(scope).read(fields, file);
        Limits limits = limits(fields);
        Duration drain = drain(fields);
        Map<String, UpstreamConfig> upstreams = new UpstreamReader(scope).read(fields);
        List<RouteConfig> routes = new RouteReader(scope).read(fields, upstreams.keySet());
        fields.rejectOthers();
        checkShop(listening.shop().isPresent(), routes);
        if (bundle.isEmpty() || listening.partners().isEmpty()) {
            return null;
        }
        return new GatewayConfig(
                bundle.get(),
                state,
                listening.partners().get(),
                listening.shop().orElse(null),
                listening.admin().orElse(null),
                listening.probes().orElse(null),
                keys,
                limits,
                drain,
                upstreams,
                routes,
                problems.sorted());
    }

    /** Where the gateway listens, as far as it could be read. */
    private record Listening(
            Optional<ListenerConfig> partners,
            Optional<ShopListenerConfig> shop,
            Optional<AdminListenerConfig> admin,
            Optional<ListenerConfig> probes) {

        List<ListenerConfig> all() {
            return Stream.of(
                            partners,
                            shop.map(ShopListenerConfig::listener),
                            admin.map(AdminListenerConfig::listener),
                            probes)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    private Listening listening(YamlFields fields) {
        Optional<YamlFields> listeners =
                fields.requiredNode("listeners").flatMap(node -> scope.fields(node, "listeners"));
        ListenerReader reader = new ListenerReader(scope);
        Listening listening = new Listening(
                listeners.flatMap(reader::partners),
                listeners.flatMap(reader::shop),
                listeners.flatMap(new AdminListenerReader(scope)::admin),
                listeners.flatMap(reader::probes));
        listeners.ifPresent(YamlFields::rejectOthers);
        listeners.ifPresent(all -> checkAddresses(all, listening.all()));
        return listening;
    }

    /** Two listeners cannot have one port of one address. Port 0 takes a free one each time. */
    private void checkAddresses(YamlFields fields, List<ListenerConfig> listeners) {
        Set<String> taken = new HashSet<>();
        for (ListenerConfig listener : listeners) {
            String address = listener.host() + ":" + listener.port();
            if (listener.port() != 0 && !taken.add(address)) {
                problems.error(
                        "address-taken-twice",
                        fields.location(),
                        "two listeners are bound to `" + address + "` (expected: a port of its own for each)",
                        null);
            }
        }
    }

    private void checkShop(boolean listens, List<RouteConfig> routes) {
        for (RouteConfig route : routes) {
            if (route.push() && !listens) {
                problems.error(
                        "no-shop-listener",
                        route.location(),
                        "the route `" + route.id().text() + "` is a push, but the shop has no listener",
                        "add `shop` under `listeners`");
            }
        }
    }

    private Limits limits(YamlFields fields) {
        Optional<YamlFields> found = fields.map("limits").flatMap(map -> scope.fields(map, "limits"));
        if (found.isEmpty()) {
            return Limits.DEFAULTS;
        }
        YamlFields limits = found.get();
        Limits standard = Limits.DEFAULTS;
        Limits read = new Limits(
                limits.integer("connections", 1, 1_000_000).orElse(standard.connections()),
                limits.integer("exchanges", 1, 1_000_000).orElse(standard.exchanges()),
                scope.size(limits, "body_in_flight", 4L << 20, 1L << 40, standard.bodyInFlight()),
                (int) scope.size(limits, "record", 1 << 10, 64 << 20, standard.record()),
                (int) scope.size(limits, "window", 16 << 10, 64 << 20, standard.window()),
                scope.size(limits, "inflated", 1 << 20, 1L << 40, standard.inflated()));
        limits.rejectOthers();
        return read;
    }

    private Duration drain(YamlFields fields) {
        Optional<YamlFields> drain = fields.map("drain").flatMap(map -> scope.fields(map, "drain"));
        Duration deadline = drain.map(d -> scope.duration(d, "deadline", DRAIN)).orElse(DRAIN);
        drain.ifPresent(YamlFields::rejectOthers);
        return deadline;
    }

    /** Names that partners and operators may use as ids. */
    static boolean usableId(String id) {
        return id.matches("[a-z0-9][a-z0-9-]{0,62}");
    }

    static List<String> texts(List<YamlScalar> scalars) {
        List<String> texts = new ArrayList<>();
        scalars.forEach(scalar -> texts.add(scalar.text()));
        return texts;
    }
}
