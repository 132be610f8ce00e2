package dev.sluice.policy.yaml;

import dev.sluice.policy.diagnostic.SourceLocation;

/** One value of a YAML file and where it begins. */
public sealed interface YamlNode permits YamlScalar, YamlList, YamlMap {

    SourceLocation location();

    /** What it is, for messages: {@code a list}. Never its content. */
    String kindName();
}
