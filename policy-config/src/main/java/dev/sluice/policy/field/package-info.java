/** What may leave, field by field: the compiled form that a JSON engine walks. Imports nothing but the JDK. */
@NullMarked
package dev.sluice.policy.field;

import org.jspecify.annotations.NullMarked;
