package dev.sluice.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestTargetTest {

    @ParameterizedTest
    @CsvSource({
        "/a/b, /a/b",
        "/%61/%7Eb, /a/~b",
        "/a%3ab, /a%3Ab",
        "/caf%c3%a9, /caf%C3%A9",
        "/a/, /a/",
        "/, /",
        "/a%c3%a9, /a%C3%A9",
        "/a@b:c, /a@b:c"
    })
    void normalisesPaths(String raw, String path) {
        // When
        RequestTarget target = RequestTarget.parse(raw);

        // Then
        assertThat(target).isEqualTo(new RequestTarget(path, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "*", "a", "http://h/a", "/a//b", "//a", "/./a", "/a/..", "/a/../b", "/%2e/a", "/a/%2E%2e/b",
                        "/a%2fb",
                "/a%5Cb", "/a\\b", "/a%00", "/a%0a", "/a%20b", "/a b", "/a;v=1", "/a%3bv", "/a%25b", "/a%", "/a%4",
                        "/a%zz",
                "/a#b", "/a\u00E9", "/a?b%", "/a?b%00", "/a?b%0d", "/a?b c", "/a?b\"", "/a?b<", "/a%7f", "/a%C0%AE",
                        "/a%ff", "/a%e2%82"
            })
    void refusesWhatCouldBeReadInTwoWays(String raw) {
        // When
        RequestTarget target = RequestTarget.parse(raw);

        // Then
        assertThat(target).isNull();
    }

    @Test
    void keepsTheQueryAsItIs() {
        // When
        RequestTarget target = RequestTarget.parse("/a?b=%20c&d");

        // Then
        assertThat(target).isEqualTo(new RequestTarget("/a", "b=%20c&d"));
    }
}
