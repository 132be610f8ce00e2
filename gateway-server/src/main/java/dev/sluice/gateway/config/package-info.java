/**
 * The gateway's own file: listeners, keys, limits, upstreams and routes as records. Hides YAML and the reading of
 * secrets.
 */
@NullMarked
package dev.sluice.gateway.config;

import org.jspecify.annotations.NullMarked;
