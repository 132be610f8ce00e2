/**
 * The demonstration: a sample shop and three partners around the real gateway, all on loopback, and a printout of who
 * sees what. Hides its certificates, ports and temporary files.
 */
@NullMarked
package dev.sluice.gateway.demo;

import org.jspecify.annotations.NullMarked;
