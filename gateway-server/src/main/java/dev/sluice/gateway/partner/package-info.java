/** Who is calling: credentials in, a partner or the shop out. Hides how credentials are stored and compared. */
@NullMarked
package dev.sluice.gateway.partner;

import org.jspecify.annotations.NullMarked;
