package dev.sluice.gateway.json;

/**
 * Bounds of one document. Sizes are in bytes of the document as it came.
 *
 * @param depth how deep containers may nest
 * @param name the longest member name
 * @param number the longest number
 * @param record the longest record; a longer one is withheld and skipped without being held. Also the longest scalar
 * that is
 *     held outside records
 * @param window how much of waiting records is held before they must be decided
 * @param waiting how many records wait before they must be decided
 */
public record JsonLimits(int depth, int name, int number, int record, int window, int waiting) {

    public static final JsonLimits DEFAULTS = new JsonLimits(128, 16 * 1024, 1024, 1024 * 1024, 256 * 1024, 64);

    private static final int MOST_HELD = 256 * 1024 * 1024;

    public JsonLimits {
        positive("depth", depth, 10_000);
        positive("name", name, record);
        positive("number", number, record);
        positive("record", record, MOST_HELD);
        positive("window", window, MOST_HELD);
        positive("waiting", waiting, 10_000);
    }

    private static void positive(String what, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("`" + what + "` is " + value + " (expected: from 1 to " + most + ")");
        }
    }
}
