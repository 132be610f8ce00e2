package dev.sluice.gateway.config;

import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.yaml.YamlScalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One route as written; words keep their places because what they mean is checked elsewhere.
 *
 * @param push whether the shop sends and its request is filtered
 * @param variables path variables that are declared to pass as they are
 * @param query query parameters that pass as they are
 * @param compressed whether answers may be compressed: not where a body reflects what the caller said
 */
public record RouteConfig(
        YamlScalar id,
        boolean push,
        List<YamlScalar> partners,
        List<String> methods,
        YamlScalar path,
        YamlScalar upstream,
        YamlScalar catalog,
        List<String> variables,
        List<String> query,
        @Nullable YamlScalar purpose,
        boolean compressed,
        SourceLocation location) {

    public RouteConfig {
        partners = List.copyOf(partners);
        methods = List.copyOf(methods);
        variables = List.copyOf(variables);
        query = List.copyOf(query);
    }
}
