package dev.sluice.policy.form;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.Mac;

/**
 * A key derived for one partner and one domain, so that two partners, or two kinds of value, never share a pseudonym.
 * Each thread has its own MAC and remembers the last few values, since one id stands several times in a record.
 */
final class PartnerKey {

    private static final int REMEMBERED = 4;
    private static final int BYTES = 32;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final String prefix;
    private final ThreadLocal<Hand> hands;

    PartnerKey(KeyRing.Key key, String partner, String domain) {
        byte[] info = (partner + '\0' + domain).getBytes(StandardCharsets.UTF_8);
        byte[] derived = Hkdf.derive(key.secret(), new byte[0], info, BYTES);
        this.prefix = key.epoch() + ".";
        this.hands = ThreadLocal.withInitial(() -> new Hand(Hkdf.mac(derived)));
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
