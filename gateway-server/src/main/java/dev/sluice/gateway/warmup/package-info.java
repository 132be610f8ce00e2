/** The bundle's own catalogs, played through engines before the first body comes, so that a JVM knows all their turns. */
@NullMarked
package dev.sluice.gateway.warmup;

import org.jspecify.annotations.NullMarked;
