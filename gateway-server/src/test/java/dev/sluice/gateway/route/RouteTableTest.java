package dev.sluice.gateway.route;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RouteTableTest {

    private final RouteTable table = new RouteTable(
            Direction.PULL,
            List.of(
                    route("one", "/customers/{id}", "GET"),
                    route("count", "/customers/count", "GET"),
                    route("all", "/customers", "GET", "HEAD"),
                    route("notes", "/customers/{id}/notes", "GET")));

    private static Route route(String id, String path, String... methods) {
        return new Route(
                id,
                Direction.PULL,
                Set.of("p"),
                Set.of(methods),
                PathPattern.parse(path),
                "shop",
                "catalog",
                Set.of("limit"),
                null,
                true);
    }

    @ParameterizedTest
    @CsvSource({
        "/customers, all",
        "/customers/7, one",
        "/customers/count, count",
        "/customers/7/notes, notes",
        "/customers/count/notes, notes"
    })
    void findsTheMostSpecificRoute(String path, String id) {
        // When
        RouteMatch match = table.match("GET", new RequestTarget(path, null));

        // Then
        assertThat(match)
                .isInstanceOfSatisfying(
                        RouteMatch.Found.class,
                        found -> assertThat(found.route().id()).isEqualTo(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/customer", "/customers/", "/customers/7/", "/customers/7/notes/1", "/Customers"})
    void knowsNoOtherPath(String path) {
        // When
        RouteMatch match = table.match("GET", new RequestTarget(path, null));

        // Then
        assertThat(match).isInstanceOf(RouteMatch.Unknown.class);
    }

    @Test
    void namesTheMethodsOfAPath() {
        // When
        RouteMatch match = table.match("POST", new RequestTarget("/customers", null));

        // Then
        assertThat(match).isEqualTo(new RouteMatch.MethodRefused(Set.of("GET", "HEAD")));
    }

    @ParameterizedTest
    @CsvSource({"limit=5, true", "limit=, true", "fields=email, false", "limit=1&limit=2, false", "limit=1&x, false"})
    void passesNamedParametersOnly(String query, boolean passes) {
        // When
        RouteMatch match = table.match("GET", requireNonNull(RequestTarget.parse("/customers?" + query)));

        // Then
        assertThat(match instanceof RouteMatch.Found).isEqualTo(passes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "/a//b", "/{a}/{a}", "/a{b}", "/{A}", "/a b", "/../a", "/a/"})
    void refusesPatternsThatCannotBeMatched(String pattern) {
        // When / Then
        assertThatThrownBy(() -> PathPattern.parse(pattern)).isInstanceOf(IllegalArgumentException.class);
    }
}
