package dev.sluice.gateway.leak;

import dev.sluice.gateway.json.DisclosureTally;
import dev.sluice.gateway.json.Framing;
import dev.sluice.gateway.json.JsonFilter;
import dev.sluice.gateway.json.JsonLimits;
import dev.sluice.gateway.json.MalformedJsonException;
import dev.sluice.gateway.json.Progress;
import dev.sluice.policy.compile.BundleCompiler;
import dev.sluice.policy.decision.DecisionPoint;
import dev.sluice.policy.decision.DecisionPoint.DisclosureRequest;
import dev.sluice.policy.decision.Disclosure;
import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.field.FieldNode;
import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.form.KeyRing;
import dev.sluice.policy.repository.BundleLoader;
import dev.sluice.policy.repository.LoadedBundle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** One bundle from its files to filtered bytes: the real loader, decision point and engine, on one fixed day. */
final class Gate {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final DecisionPoint decisions;
    private final List<String> words;

    private Gate(DecisionPoint decisions, List<String> words) {
        this.decisions = decisions;
        this.words = words;
    }

    static Gate of(Path bundle) {
        try (Stream<Path> files = Files.walk(bundle)) {
            LoadedBundle loaded = new BundleLoader(Clock.fixed(NOW, ZoneOffset.UTC)).load(bundle);
            Problems problems = new Problems();
            DecisionPoint decisions = BundleCompiler.compile(loaded.model(), loaded.version(), new OneKey(), problems)
                    .orElseThrow(() -> new AssertionError(problems.sorted()));
            List<String> words = files.filter(file -> file.toString().endsWith(".yaml"))
                    .map(Gate::text)
                    .toList();
            return new Gate(decisions, words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidBundleException e) {
            throw new AssertionError(e.problems().toString(), e);
        }
    }

    /** What the bundle itself says: its words in a report tell nothing of a document. */
    List<String> words() {
        return words;
    }

    Filtered filter(Sample.Receiver to, String catalog, byte[] json) {
        return filter(to, catalog, json, Math.max(1, json.length));
    }

    /** What one exchange with this partner may disclose. */
    Disclosure open(Sample.Receiver to, String catalog) {
        return open(to.id(), to.purpose(), catalog);
    }

    private Disclosure open(String partner, String purpose, String catalog) {
        return decisions.open(new DisclosureRequest(partner, purpose, catalog, NOW));
    }

    /** What a partner of any bundle gets. */
    Filtered filter(String partner, String purpose, String catalog, byte[] json) {
        return filter(open(partner, purpose, catalog), json, Math.max(1, json.length));
    }

    /** @param chunk how many bytes the engine is given at a time */
    Filtered filter(Sample.Receiver to, String catalog, byte[] json, int chunk) {
        return filter(open(to, catalog), json, chunk);
    }

    private static Filtered filter(Disclosure disclosure, byte[] json, int chunk) {
        JsonFilter filter = new JsonFilter(disclosure.plan(), JsonLimits.DEFAULTS);
        filter.start(Framing.DOCUMENT, disclosure.document(), disclosure.documentContext());
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try {
            for (int from = 0; from < json.length; from += chunk) {
                ByteBuffer input = ByteBuffer.wrap(json, from, Math.min(chunk, json.length - from));
                while (input.hasRemaining()) {
                    drain(filter, filter.feed(input), disclosure, output);
                }
            }
            drain(filter, filter.finish(), disclosure, output);
        } catch (MalformedJsonException e) {
            return new Filtered(output.toString(StandardCharsets.UTF_8), e + aside(filter.tally(), disclosure), false);
        }
        return new Filtered(output.toString(StandardCharsets.UTF_8), aside(filter.tally(), disclosure), true);
    }

    private static void drain(JsonFilter filter, Progress progress, Disclosure disclosure, ByteArrayOutputStream output)
            throws MalformedJsonException {
        Progress now = progress;
        while (now == Progress.NEED_DECISION) {
            take(filter, output);
            now = filter.resume(disclosure.decide(filter.waiting()));
        }
        take(filter, output);
    }

    private static void take(JsonFilter filter, ByteArrayOutputStream output) {
        output.write(filter.output(), 0, filter.outputLength());
        filter.clearOutput();
    }

    /** Everything that a report could be made of. */
    private static String aside(DisclosureTally tally, Disclosure disclosure) {
        StringBuilder all = new StringBuilder(tally + "\n");
        tally.withheldRecords().keySet().stream()
                .filter(reason -> reason >= 0)
                .forEach(reason -> all.append(disclosure.reason(reason)).append('\n'));
        tally.withheld().keySet().stream()
                .filter(field -> field.reason() >= 0)
                .forEach(field -> all.append(disclosure.reason(field.reason())).append('\n'));
        tally.changed().forEach((change, count) -> all.append(change).append('\n'));
        FieldTree tree = disclosure.plan().tree();
        tree.nodes().stream()
                .map(FieldNode::pattern)
                .forEach(pattern -> all.append(pattern).append('\n'));
        String printed = all.append(disclosure)
                .append('\n')
                .append(disclosure.documentContext())
                .toString();
        // The number by which Java prints an object is another in each run, and can hold any digits.
        return printed.replaceAll("@[0-9a-f]{1,8}\\b", "@");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One key that never changes, so that handles are the same in every run. */
    private static final class OneKey implements KeyRing {

        private static final Key KEY = Key.lasting("test", "t1", new byte[32]);

        @Override
        public Key key(String id) {
            return KEY;
        }

        @Override
        public Key only() {
            return KEY;
        }

        @Override
        public List<String> ids() {
            return List.of("test");
        }

        @Override
        public String declared() {
            return "a test";
        }
    }
}
