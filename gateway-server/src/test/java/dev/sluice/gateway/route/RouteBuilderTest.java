package dev.sluice.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gateway.config.RouteConfig;
import dev.sluice.policy.diagnostic.Problem;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.yaml.YamlScalar;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RouteBuilderTest {

    private static final SourceLocation HERE = new SourceLocation("gateway.yaml", 3, 5);

    private final Problems problems = new Problems();

    private static YamlScalar text(String text) {
        return new YamlScalar(YamlScalar.Kind.TEXT, text, HERE);
    }

    private static RouteConfig route(String id, boolean push, String path, List<String> variables) {
        return new RouteConfig(
                text(id),
                push,
                List.of(text("mailwerk")),
                List.of(push ? "POST" : "GET"),
                text(path),
                text("shop"),
                text("catalog"),
                variables,
                List.of(),
                null,
                true,
                HERE);
    }

    private List<String> codes(RouteConfig... routes) {
        new RouteBuilder(problems).build(List.of(routes));
        return problems.sorted().stream().map(Problem::code).toList();
    }

    @Test
    void takesSoundRoutes() {
        // When
        List<String> codes = codes(
                route("a", false, "/a/{id}", List.of()),
                route("b", false, "/a/count", List.of()),
                route("c", true, "/a/{id}", List.of("id")));

        // Then
        assertThat(codes).isEmpty();
    }

    @Test
    void wantsTheVariablesOfAPushDeclared() {
        // When
        List<String> codes = codes(route("a", true, "/lists/{list}", List.of()));

        // Then
        assertThat(codes).containsExactly("undeclared-variable");
    }

    @Test
    void findsRoutesThatCannotBeToldApart() {
        // When
        List<String> codes = codes(route("a", false, "/a/{id}", List.of()), route("b", false, "/a/{name}", List.of()));

        // Then
        assertThat(codes).containsExactly("ambiguous-route");
    }

    @Test
    void findsPathsThatCannotBeMatched() {
        // When
        List<String> codes = codes(route("a", false, "/a//b", List.of()));

        // Then
        assertThat(codes).containsExactly("wrong-value");
    }

    @Test
    void findsVariablesThatAreNotInThePath() {
        // When
        List<String> codes = codes(route("a", true, "/a", List.of("b")));

        // Then
        assertThat(codes).containsExactly("unknown-variable");
    }
}
