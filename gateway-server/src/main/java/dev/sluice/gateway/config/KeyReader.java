package dev.sluice.gateway.config;

import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.form.KeyRing.Epoch;
import dev.sluice.policy.form.KeyRing.Key;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code keys}: each a file, or epochs of files that follow each other. */
final class KeyReader {

    private static final int SHORTEST_KEY = 32;
    private static final Pattern EPOCH = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    private final ConfigScope scope;
    private final Set<Path> files = new LinkedHashSet<>();

    KeyReader(ConfigScope scope) {
        this.scope = scope;
    }

    /** @param file the name of the file that is read, for messages */
    ConfiguredKeys read(YamlFields config, String file) {
        return read(config.entries("keys"), file);
    }

    private ConfiguredKeys read(List<YamlMap.Entry> entries, String file) {
        Map<String, Key> keys = new LinkedHashMap<>();
        for (YamlMap.Entry entry : entries) {
            key(entry).ifPresent(key -> keys.put(entry.key(), key));
        }
        return new ConfiguredKeys(keys, file, files, () -> again(entries, file));
    }

    private Optional<Key> key(YamlMap.Entry entry) {
        boolean changes =
                entry.value() instanceof YamlMap map && map.entry("epochs").isPresent();
        String subject = "the key `" + entry.key() + "`";
        Optional<YamlFields> fields = scope.fields(entry.value(), changes ? "changing-key" : "lasting-key", subject);
        Optional<Key> key =
                fields.flatMap(found -> changes ? changing(entry.key(), found) : lasting(entry.key(), found));
        fields.ifPresent(YamlFields::rejectOthers);
        return key;
    }

    /** Reads the same declarations with what their files hold now. */
    private ConfiguredKeys again(List<YamlMap.Entry> entries, String file) throws InvalidBundleException {
        Problems problems = new Problems();
        ConfigScope fresh = new ConfigScope(problems, scope.files().telling(problems));
        ConfiguredKeys keys = new KeyReader(fresh).read(entries, file);
        if (problems.hasErrors()) {
            throw new InvalidBundleException(problems.sorted());
        }
        return keys;
    }

    /** A key's id is the epoch of one that never changes. */
    private Optional<Key> lasting(String id, YamlFields fields) {
        return fields.requiredText("file").flatMap(this::secret).map(secret -> Key.lasting(id, id, secret));
    }

    private Optional<Key> changing(String id, YamlFields fields) {
        fields.requiredNode("epochs");
        List<YamlNode> epochs = fields.list("epochs");
        Duration overlap = scope.duration(fields, "overlap", Duration.ZERO);
        List<Epoch> read = new ArrayList<>();
        for (YamlNode node : epochs) {
            Optional<Epoch> epoch = scope.fields(node, "epoch").flatMap(this::epoch);
            if (epoch.isEmpty() || !follows(read, epoch.get(), overlap, node)) {
                return Optional.empty();
            }
            read.add(epoch.get());
        }
        if (read.isEmpty()) {
            scope.wrongValue(fields.location(), "the key `" + id + "` has no epoch (expected: at least one)", null);
            return Optional.empty();
        }
        return Optional.of(new Key(id, read, overlap));
    }

    private Optional<Epoch> epoch(YamlFields fields) {
        Optional<YamlScalar> id = fields.requiredText("id");
        Optional<byte[]> secret = fields.requiredText("file").flatMap(this::secret);
        Optional<YamlScalar> text = fields.text("from");
        Optional<Instant> from = text.isEmpty() ? Optional.of(Instant.MIN) : text.flatMap(this::instant);
        fields.rejectOthers();
        if (id.isEmpty() || secret.isEmpty() || from.isEmpty()) {
            return Optional.empty();
        }
        if (!EPOCH.matcher(id.get().text()).matches()) {
            scope.wrongValue(
                    id.get().location(),
                    "the epoch's id is not usable (expected: up to 32 letters, digits, `_`, `-`)",
                    null);
            return Optional.empty();
        }
        return Optional.of(new Epoch(id.get().text(), from.get(), secret.get()));
    }

    private boolean follows(List<Epoch> before, Epoch epoch, Duration overlap, YamlNode node) {
        boolean repeated = before.stream()
                .anyMatch(one -> one.id().equals(epoch.id()) || Arrays.equals(one.secret(), epoch.secret()));
        if (repeated) {
            scope.wrongValue(
                    node.location(),
                    "the epoch `" + epoch.id() + "` has the id or the bytes of another (expected: its own)",
                    null);
            return false;
        }
        if (before.isEmpty()) {
            return true;
        }
        Instant last = before.get(before.size() - 1).from();
        boolean room = !epoch.from().equals(Instant.MIN)
                && epoch.from().isAfter(last.equals(Instant.MIN) ? last : last.plus(overlap));
        if (!room) {
            scope.wrongValue(
                    node.location(),
                    "the epoch `" + epoch.id()
                            + "` does not begin after the overlap of the one before (expected: in the order of `from`)",
                    null);
        }
        return room;
    }

    /** A day, which begins in UTC, or an instant. */
    private Optional<Instant> instant(YamlScalar scalar) {
        try {
            return Optional.of(
                    scalar.text().length() == "2027-01-01".length()
                            ? LocalDate.parse(scalar.text())
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toInstant()
                            : Instant.parse(scalar.text()));
        } catch (DateTimeParseException e) {
            scope.wrongValue(
                    scalar.location(),
                    "`from` is `" + scalar.text() + "` (expected: a day such as `2027-01-01`, or an instant)",
                    null);
            return Optional.empty();
        }
    }

    private Optional<byte[]> secret(YamlScalar file) {
        files.add(scope.files().resolve(file.text()));
        Optional<byte[]> bytes = scope.files().bytes(file.text(), file.location());
        if (bytes.isPresent() && bytes.get().length < SHORTEST_KEY) {
            scope.wrongValue(
                    file.location(),
                    "the key in `" + file.text() + "` has " + bytes.get().length + " bytes (expected: at least "
                            + SHORTEST_KEY + ")",
                    "make one with `head -c 32 /dev/urandom`");
            return Optional.empty();
        }
        return bytes;
    }
}
