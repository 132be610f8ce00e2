/** The commands of {@code ./sluice}: arguments in, a report and an exit code out. Hides picocli and the terminal. */
@NullMarked
package dev.sluice.gateway.cli;

import org.jspecify.annotations.NullMarked;
