package dev.sluice.policy.model;

import dev.sluice.policy.diagnostic.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code kind: Forbid}: a no of the whole shop, whichever policy shares.
 *
 * @param to which partners it binds
 * @param purposes for which purposes, those above and below included; empty for all
 */
public record ShopForbid(
        Forbid forbid, @Nullable String why, PartnerScope to, List<Named> purposes, List<Exemption> except) {

    public ShopForbid {
        purposes = List.copyOf(purposes);
        except = List.copyOf(except);
    }

    public Named id() {
        return forbid.id();
    }

    public SourceLocation location() {
        return forbid.location();
    }
}
