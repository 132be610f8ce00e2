package dev.sluice.policy.form;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * The network that an IP address belongs to: its first bits, the others zero. An IPv4 address written as IPv6 counts
 * as IPv4.
 */
public final class IpTruncate implements Form {

    private final int v4;
    private final int v6;

    /** @param v4 bits that stay of 32 @param v6 bits that stay of 128 */
    public IpTruncate(int v4, int v6) {
        this.v4 = v4;
        this.v6 = v6;
    }

    @Override
    public @Nullable Scalar apply(Scalar value, RecordContext context) {
        byte[] address = value.isString() ? IpAddress.read(value.text().strip()) : null;
        if (address == null) {
            return null;
        }
        int kept = address.length == IpAddress.V4 ? v4 : Math.min(v6, keptOfEmbedded(address));
        for (int bit = kept; bit < address.length * Byte.SIZE; bit++) {
            address[bit / Byte.SIZE] &= (byte) ~(0x80 >> (bit % Byte.SIZE));
        }
        return Scalar.string(IpAddress.text(address));
    }

    /** How many bits may stay of an address that holds an IPv4 address: 6to4 (RFC 3056) and NAT64 (RFC 6052). */
    private int keptOfEmbedded(byte[] address) {
        int prefix = IpAddress.bitsBeforeEmbedded(address);
        return prefix < 0 ? v6 : prefix + v4;
    }

    @Override
    public String name() {
        return "ip_truncate";
    }
}
