package dev.sluice.gateway.config;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.yaml.YamlExpectation;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the readers of one file share: where problems go and where named files stand. */
record ConfigScope(Problems problems, NearbyFiles files) {

    /** @param shape the map's name in the table of shapes */
    Optional<YamlFields> fields(YamlNode node, String shape) {
        return fields(node, shape, GatewayShapes.shape(shape).subject());
    }

    /** @param subject what the map is, for messages */
    Optional<YamlFields> fields(YamlNode node, String shape, String subject) {
        return new YamlExpectation(problems)
                .map(node, subject)
                .map(map -> new YamlFields(map, GatewayShapes.shape(shape), subject, problems));
    }

    void wrongValue(SourceLocation location, String message, @Nullable String help) {
        problems.error("wrong-value", location, message, help);
    }

    Duration duration(YamlFields fields, String key, Duration otherwise) {
        Optional<YamlScalar> text = fields.text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        Optional<Duration> value = Units.duration(text.get().text());
        if (value.isEmpty()) {
            wrongValue(
                    text.get().location(),
                    "`" + key + "` is `" + text.get().text() + "` (expected: a duration such as `30s`)",
                    "units are `ms`, `s`, `m`, `h` and `d`");
        }
        return value.orElse(otherwise);
    }

    /** Bytes within bounds, both included. */
    long size(YamlFields fields, String key, long least, long most, long otherwise) {
        Optional<YamlScalar> text = fields.text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        Optional<Long> value = Units.size(text.get().text()).filter(size -> size >= least && size <= most);
        if (value.isEmpty()) {
            wrongValue(
                    text.get().location(),
                    "`" + key + "` is `" + text.get().text() + "` (expected: a size from " + least + " to " + most
                            + " bytes, such as `256KiB`)",
                    "units are `KiB`, `MiB` and `GiB`");
        }
        return value.orElse(otherwise);
    }
}
