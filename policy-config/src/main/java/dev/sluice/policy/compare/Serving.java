package dev.sluice.policy.compare;

/** Which documents somebody hands out: to which partner, for which purpose, of which catalog. */
@FunctionalInterface
public interface Serving {

    /** Whatever the bundle knows. */
    Serving ALL = (partner, purpose, catalog) -> true;

    boolean serves(String partner, String purpose, String catalog);
}
