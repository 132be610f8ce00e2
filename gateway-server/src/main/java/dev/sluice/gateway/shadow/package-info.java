/**
 * Live traffic decided twice: by the bundle in force, and by a candidate that changes nothing for anybody. Hides how two
 * decisions are compared and how it is counted.
 */
@NullMarked
package dev.sluice.gateway.shadow;

import org.jspecify.annotations.NullMarked;
