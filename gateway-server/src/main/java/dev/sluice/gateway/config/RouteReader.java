package dev.sluice.gateway.config;

import dev.sluice.policy.diagnostic.NearestName;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code routes}. What a path means and whether partners and catalogs are known is checked where they are. */
final class RouteReader {

    private static final Set<String> PULL_METHODS = Set.of("GET", "HEAD");
    private static final Set<String> PUSH_METHODS = Set.of("POST", "PUT", "PATCH");

    private final ConfigScope scope;

    RouteReader(ConfigScope scope) {
        this.scope = scope;
    }

    List<RouteConfig> read(YamlFields fields, Set<String> upstreams) {
        List<RouteConfig> routes = new ArrayList<>();
        Map<String, SourceLocation> seen = new HashMap<>();
        fields.requiredNode("routes");
        for (YamlNode node : fields.list("routes")) {
            Optional<RouteConfig> route = scope.fields(node, "route").flatMap(f -> route(f, upstreams));
            route.ifPresent(r -> {
                SourceLocation first = seen.putIfAbsent(r.id().text(), r.id().location());
                if (first != null) {
                    scope.problems()
                            .error(
                                    "duplicate-id",
                                    r.id().location(),
                                    "the route `" + r.id().text() + "` stands twice",
                                    "it stands first in line " + first.line());
                }
                routes.add(r);
            });
        }
        return routes;
    }

    private Optional<RouteConfig> route(YamlFields fields, Set<String> upstreams) {
        Optional<YamlScalar> id = fields.requiredText("id");
        Optional<YamlScalar> direction = fields.requiredText("direction");
        List<YamlScalar> partners = fields.requiredTexts("partners");
        List<YamlScalar> methods = fields.requiredTexts("methods");
        Optional<YamlScalar> path = fields.requiredText("path");
        Optional<YamlScalar> upstream = fields.requiredText("upstream");
        Optional<YamlScalar> catalog = fields.requiredText("catalog");
        List<String> variables = asIs(fields, "variables");
        List<String> query = asIs(fields, "query");
        Optional<YamlScalar> purpose = fields.text("purpose");
        boolean compressed = compressed(fields);
        fields.rejectOthers();
        boolean push = direction.map(d -> d.text().equals("push")).orElse(false);
        direction.ifPresent(this::checkDirection);
        id.ifPresent(this::checkId);
        upstream.ifPresent(u -> checkUpstream(u, upstreams));
        methods.forEach(method -> checkMethod(method, push));
        checkPartners(partners, push);
        if (id.isEmpty() || path.isEmpty() || upstream.isEmpty() || catalog.isEmpty() || partners.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RouteConfig(
                id.get(),
                push,
                partners,
                ConfigReader.texts(methods),
                path.get(),
                upstream.get(),
                catalog.get(),
                variables,
                query,
                purpose.orElse(null),
                compressed,
                fields.location()));
    }

    /** Beside text that the caller chose, the length of compressed text tells the rest of it: such a route says `off`. */
    private boolean compressed(YamlFields fields) {
        Optional<YamlScalar> said = fields.text("compression");
        said.filter(word -> !word.text().equals("on") && !word.text().equals("off"))
                .ifPresent(word -> scope.wrongValue(
                        word.location(), "`compression` is `" + word.text() + "` (expected: `on` or `off`)", null));
        return said.isEmpty() || said.get().text().equals("on");
    }

    private void checkDirection(YamlScalar direction) {
        if (!direction.text().equals("pull") && !direction.text().equals("push")) {
            scope.wrongValue(
                    direction.location(),
                    "`direction` is `" + direction.text() + "` (expected: `pull` or `push`)",
                    null);
        }
    }

    private void checkPartners(List<YamlScalar> partners, boolean push) {
        if (push && partners.size() > 1) {
            scope.wrongValue(
                    partners.get(1).location(),
                    "`partners` has " + partners.size() + " entries (expected: one on a push)",
                    null);
        }
    }

    private void checkId(YamlScalar id) {
        if (!ConfigReader.usableId(id.text())) {
            scope.wrongValue(
                    id.location(),
                    "`id` is `" + id.text() + "` (expected: lower-case letters, digits and hyphens)",
                    null);
        }
    }

    private void checkUpstream(YamlScalar upstream, Set<String> known) {
        if (!known.contains(upstream.text())) {
            scope.problems()
                    .error(
                            "unknown-upstream",
                            upstream.location(),
                            "unknown upstream `" + upstream.text() + "`",
                            NearestName.help(upstream.text(), known, "declare it under `upstreams`"));
        }
    }

    /**
     * A pull has no request body: nobody could judge what a partner asks in one. A push has one: it is what is
     * filtered.
     */
    private void checkMethod(YamlScalar method, boolean push) {
        Set<String> known = push ? PUSH_METHODS : PULL_METHODS;
        if (!known.contains(method.text())) {
            String expected = push ? "`POST`, `PUT` or `PATCH` on a push" : "`GET` or `HEAD` on a pull";
            scope.wrongValue(
                    method.location(), "`methods` has `" + method.text() + "` (expected: " + expected + ")", null);
        }
    }

    /** Names that pass, and how: as they are is the only way yet. */
    private List<String> asIs(YamlFields fields, String key) {
        List<String> names = new ArrayList<>();
        for (YamlMap.Entry entry : fields.entries(key)) {
            boolean known =
                    entry.value() instanceof YamlScalar scalar && scalar.text().equals("as_is");
            if (!known) {
                scope.wrongValue(
                        entry.value().location(),
                        "`" + entry.key() + "` passes in an unknown form (expected: `as_is`)",
                        null);
            } else if (!entry.key().matches("[A-Za-z0-9_.\\[\\]-]{1,64}")) {
                scope.wrongValue(entry.location(), "`" + entry.key() + "` is not a parameter's name", null);
            } else {
                names.add(entry.key());
            }
        }
        return names;
    }
}
