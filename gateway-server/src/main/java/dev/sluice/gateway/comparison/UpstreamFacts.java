package dev.sluice.gateway.comparison;

import dev.sluice.gateway.config.UpstreamConfig;
import dev.sluice.gateway.config.UpstreamConfig.Presented;
import dev.sluice.policy.compare.Differences.Declared;
import dev.sluice.policy.compare.Direction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands behind routes: where data comes from and goes to, as whom the gateway asks, whom it believes. */
final class UpstreamFacts {

    private static final String NOTHING = "nothing";

    private final Map<String, UpstreamConfig> before;
    private final Map<String, UpstreamConfig> after;
    private final Set<List<String>> compared = new HashSet<>();
    private final List<Declared> found = new ArrayList<>();

    UpstreamFacts(Map<String, UpstreamConfig> before, Map<String, UpstreamConfig> after) {
        this.before = before;
        this.after = after;
    }

    List<Declared> found() {
        return found;
    }

    /** The address of an upstream of the new file. */
    String after(String id) {
        return Objects.requireNonNull(after.get(id)).url().toString();
    }

    /** Compares what stood behind a route with what stands there now, once. */
    void compare(String was, String becomes) {
        if (compared.add(List.of(was, becomes))) {
            compare(Objects.requireNonNull(before.get(was)), Objects.requireNonNull(after.get(becomes)));
        }
    }

    private void compare(UpstreamConfig was, UpstreamConfig becomes) {
        String of = " of the upstream `" + becomes.id() + "`";
        if (!was.url().equals(becomes.url())) {
            add(
                    Direction.WIDER,
                    "address" + of,
                    was.url().toString(),
                    becomes.url().toString());
        }
        if (!Objects.equals(was.present(), becomes.present())) {
            add(Direction.WIDER, "credential" + of, shown(was.present()), other(was.present(), becomes.present()));
        }
        if (!sameAuthorities(was.ca(), becomes.ca())) {
            add(
                    was.ca() == null ? Direction.NARROWER : Direction.WIDER,
                    "authorities" + of,
                    was.ca() == null ? "the JDK's" : "its own",
                    becomes.ca() == null ? "the JDK's" : was.ca() == null ? "its own" : "others of its own");
        }
    }

    private static String shown(@Nullable Presented present) {
        return present == null ? NOTHING : "header " + present.header();
    }

    private static String other(@Nullable Presented was, @Nullable Presented becomes) {
        String shown = shown(becomes);
        return shown.equals(shown(was)) ? shown + " with another value" : shown;
    }

    /** By what stands in the files; what cannot be read is another. */
    private static boolean sameAuthorities(@Nullable Path was, @Nullable Path becomes) {
        if (was == null || becomes == null) {
            return was == null && becomes == null;
        }
        try {
            return Files.mismatch(was, becomes) < 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void add(Direction direction, String what, String was, String becomes) {
        found.add(new Declared(direction, null, what, was, becomes));
    }
}
