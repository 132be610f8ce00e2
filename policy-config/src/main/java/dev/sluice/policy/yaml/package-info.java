/**
 * YAML read into nodes that know their line and column. Hides the YAML library: nobody else imports it. Reads the
 * plain part of
 * YAML 1.2 only: no aliases, no tags, no duplicate keys, UTF-8 without a byte order mark.
 */
@NullMarked
package dev.sluice.policy.yaml;

import org.jspecify.annotations.NullMarked;
