package dev.sluice.policy.form;

import org.jspecify.annotations.Nullable;

/**
 * IP addresses as bytes: IPv4 in four plain decimal numbers, IPv6 as in RFC 4291 section 2.2, written as in RFC
 * 5952. Nothing
 * else is one: no port, prefix, zone or leading zero of IPv4.
 */
final class IpAddress {

    static final int V4 = 4;
    private static final int V6 = 16;
    private static final int GROUPS = 8;
    private static final int LONGEST = 45;

    private IpAddress() {}

    /** Four or sixteen bytes, or null. IPv4-mapped addresses are four. */
    static byte @Nullable [] read(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        if (text.indexOf(':') < 0) {
            return v4(text);
        }
        byte[] address = v6(text);
        return address != null && mapped(address)
                ? new byte[] {address[12], address[13], address[14], address[15]}
                : address;
    }

    private static boolean mapped(byte[] address) {
        for (int k = 0; k < 10; k++) {
            if (address[k] != 0) {
                return false;
            }
        }
        return address[10] == (byte) 0xff && address[11] == (byte) 0xff;
    }

    /** Where an IPv4 address begins in an IPv6 address that is made of one, in bits; else -1. */
    static int bitsBeforeEmbedded(byte[] address) {
        if (address[0] == 0x20 && address[1] == 0x02) {
            return 16;
        }
        boolean translated =
                address[0] == 0 && address[1] == 0x64 && address[2] == (byte) 0xff && address[3] == (byte) 0x9b;
        return translated ? 96 : -1;
    }

    private static byte @Nullable [] v4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != V4) {
            return null;
        }
        byte[] address = new byte[V4];
        for (int k = 0; k < V4; k++) {
            int number = number(parts[k], 10, 3);
            if (number < 0 || number > 255 || (parts[k].length() > 1 && parts[k].charAt(0) == '0')) {
                return null;
            }
            address[k] = (byte) number;
        }
        return address;
    }

    private static byte @Nullable [] v6(String text) {
        int gap = text.indexOf("::");
        if (gap != text.lastIndexOf("::")) {
            return null;
        }
        byte[] head = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
        byte[] tail = gap < 0 ? new byte[0] : groups(text.substring(gap + 2), true);
        if (head == null || tail == null) {
            return null;
        }
        int known = head.length + tail.length;
        if (gap < 0 ? known != V6 : known > V6 - 2) {
            return null;
        }
        byte[] address = new byte[V6];
        System.arraycopy(head, 0, address, 0, head.length);
        System.arraycopy(tail, 0, address, V6 - tail.length, tail.length);
        return address;
    }

    /** @param last whether the text ends the address, so that it may end in an IPv4 address */
    private static byte @Nullable [] groups(String text, boolean last) {
        if (text.isEmpty()) {
            return new byte[0];
        }
        String[] parts = text.split(":", -1);
        boolean dotted = last && parts[parts.length - 1].indexOf('.') >= 0;
        byte[] four = dotted ? v4(parts[parts.length - 1]) : new byte[0];
        int plain = dotted ? parts.length - 1 : parts.length;
        if (four == null || plain > GROUPS) {
            return null;
        }
        byte[] bytes = new byte[2 * plain + four.length];
        for (int k = 0; k < plain; k++) {
            int group = number(parts[k], 16, 4);
            if (group < 0) {
                return null;
            }
            bytes[2 * k] = (byte) (group >> Byte.SIZE);
            bytes[2 * k + 1] = (byte) group;
        }
        System.arraycopy(four, 0, bytes, 2 * plain, four.length);
        return bytes;
    }

    private static int number(String text, int radix, int longest) {
        if (text.isEmpty() || text.length() > longest) {
            return -1;
        }
        int number = 0;
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            int digit = c < 0x80 ? Character.digit(c, radix) : -1;
            if (digit < 0) {
                return -1;
            }
            number = number * radix + digit;
        }
        return number;
    }

    /** The one spelling of an address. */
    static String text(byte[] address) {
        if (address.length == V4) {
            return (address[0] & 0xff) + "." + (address[1] & 0xff) + "." + (address[2] & 0xff) + "."
                    + (address[3] & 0xff);
        }
        int[] groups = new int[GROUPS];
        for (int k = 0; k < GROUPS; k++) {
            groups[k] = (address[2 * k] & 0xff) << Byte.SIZE | (address[2 * k + 1] & 0xff);
        }
        int[] gap = longestZeros(groups);
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < GROUPS; k++) {
            if (k == gap[0]) {
                text.append("::");
                k += gap[1] - 1;
            } else {
                text.append(k == 0 || text.charAt(text.length() - 1) == ':' ? "" : ":");
                text.append(Integer.toHexString(groups[k]));
            }
        }
        return text.toString();
    }

    /** Begin and length of the first longest run of two zero groups or more; else a begin that is no group. */
    private static int[] longestZeros(int[] groups) {
        int[] best = {GROUPS, 1};
        for (int k = 0; k < GROUPS; k++) {
            int end = k;
            while (end < GROUPS && groups[end] == 0) {
                end++;
            }
            if (end - k > best[1]) {
                best = new int[] {k, end - k};
            }
            k = Math.max(k, end);
        }
        return best;
    }
}
