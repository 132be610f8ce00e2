/** The documentation executed: its bundles load, its commands run, its outputs are what comes out. */
@NullMarked
package dev.sluice.gateway.docs;

import org.jspecify.annotations.NullMarked;
