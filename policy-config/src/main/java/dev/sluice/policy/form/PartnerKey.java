package dev.sluice.policy.form;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * A key derived from one epoch for one partner and one domain, so that two partners, or two kinds of value, never
 * share a pseudonym.
 * Each thread has its own MAC and remembers the last few values, since one id stands several times in a record.
 */
final class PartnerKey {

    /** Stands between the new pseudonym and the one before, where a partner takes both. */
    static final String BESIDE = "~";

    private static final int REMEMBERED = 4;
    private static final int BYTES = 32;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final String prefix;
    private final ThreadLocal<Hand> hands;

    PartnerKey(KeyRing.Epoch epoch, String partner, String domain) {
        byte[] info = (partner + '\0' + domain).getBytes(StandardCharsets.UTF_8);
        byte[] derived = Hkdf.derive(epoch.secret(), new byte[0], info, BYTES);
        this.prefix = epoch.id() + ".";
        this.hands = ThreadLocal.withInitial(() -> new Hand(Hkdf.mac(derived)));
    }

    /** The pseudonym that a partner gets at an instant, and the one before beside it where it takes both. */
    static @Nullable String pseudonym(Epochs<PartnerKey> keys, String canonical, Instant instant) {
        PartnerKey current = keys.at(instant);
        if (current == null) {
            return null;
        }
        PartnerKey beside = keys.beside(instant);
        String pseudonym = current.pseudonym(canonical);
        return beside == null ? pseudonym : pseudonym + BESIDE + beside.pseudonym(canonical);
    }

    /** Epoch, full stop, and the unpadded base64url (RFC 4648 section 5) of the value's HMAC. */
    String pseudonym(String canonical) {
        Hand hand = hands.get();
        for (int k = 0; k < REMEMBERED; k++) {
            if (canonical.equals(hand.values[k])) {
                return hand.pseudonyms[k];
            }
        }
        byte[] code = hand.mac.doFinal(canonical.getBytes(StandardCharsets.UTF_8));
        String pseudonym = prefix + ENCODER.encodeToString(code);
        hand.values[hand.oldest] = canonical;
        hand.pseudonyms[hand.oldest] = pseudonym;
        hand.oldest = (hand.oldest + 1) % REMEMBERED;
        return pseudonym;
    }

    /** One thread's MAC and memory. */
    private static final class Hand {
        private final Mac mac;
        private final String[] values = new String[REMEMBERED];
        private final String[] pseudonyms = new String[REMEMBERED];
        private int oldest;

        Hand(Mac mac) {
            this.mac = mac;
        }
    }
}
