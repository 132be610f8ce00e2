package dev.sluice.gateway.json;

import dev.sluice.policy.field.FieldPlan;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One place of the documents that an engine has walked: a catalogued node, or something no catalog knows (a ghost, whose
 * node is {@link #GHOST}). It holds what the walk needs to know of a value there, the raw name of the member it stands
 * for, and which member came next the last time: most records look like the one before. Confined to its engine's thread.
 */
final class Slot {

    static final int GHOST = -1;

    /** Facts are read from scalars here. */
    static final int FACT = 1;
    /** A record begins here. */
    static final int RECORD = 1 << 1;
    /** The member's name is data. */
    static final int NAMED = 1 << 2;
    /** An array whose elements are told apart by what stands in them. */
    static final int SELECTING = 1 << 3;
    /** An array whose elements are told apart by their index. */
    static final int INDEXED = 1 << 4;
    /** No catalog knows it, but knows what is around it. */
    static final int UNCLASSIFIED = 1 << 5;
    /** Facts stand below. */
    static final int FACTS_BELOW = 1 << 6;
    /** A value that may leave changed. */
    static final int CHANGING = 1 << 7;
    /** An element whose selecting members are looked for. */
    static final int PROBED = 1 << 8;
    /** A selecting member. */
    static final int PROBE = 1 << 9;
    /** No catalog knows it, and somebody wants to hear in which records it stands. */
    static final int WATCHED = 1 << 10;
    /** What of the above a scalar must be looked at twice for. */
    static final int COLD = FACT | RECORD | NAMED | FACTS_BELOW | CHANGING | PROBED | PROBE | WATCHED;

    /** What stands here may leave. */
    static final int SHARED = 1 << 14;
    /** A scalar here is noted somewhere. */
    static final int NOTED = COLD | SHARED;

    /** An object may stand here. */
    static final int OBJECT = 1 << 11;
    /** An array may stand here. */
    static final int ARRAY = 1 << 12;
    /** The member's name is a word of the catalog: it may stand once. */
    static final int WORD = 1 << 13;

    /** Names up to this length, quotes included, are predicted. */
    static final int PREDICTED = 32;

    private static final Slot[] NO_MEMBERS = new Slot[0];
    private static final byte[] NO_NAME = new byte[0];
    private static final Holders NOBODY = new Holders();

    /** A place that no name leads to; it ends every chain of predictions. */
    static final Slot NOWHERE = new Slot(GHOST, GHOST, FieldPlan.NEVER, FieldPlan.NEVER, 0, NO_NAME);

    final int node;
    final int parent;
    final int valueClass;
    final int containerClass;
    /** Changes in {@link #WATCHED} alone. */
    int flags;

    private final byte[] name;
    private final int length;
    private final long q0;
    private final long q1;
    private final long q2;
    private final long q3;
    private final long m0;
    private final long m1;
    private final long m2;
    private final long m3;

    /** The member expected behind this one. */
    Slot next;

    /** How often in a row another one came. */
    int misses;

    /** How often something stood here, in the body in hand; of interest where no catalog knows the place. */
    int occurrences;

    /** The same in bodies before it, until somebody is told. */
    int met;

    /** The container that this member was last seen in: twice in one is a duplicate. */
    int seenIn;

    @Nullable Slot anchor;

    @Nullable Slot element;

    @Nullable Slot ghost;

    @Nullable Slot any;

    private Holders holders = NOBODY;
    private Slot[] members = NO_MEMBERS;
    private int memberCount;

    /**
     * @param parent the catalogued node around it, or {@link #GHOST}
     * @param name the member's name in UTF-8 without quotes; empty for elements and anchors
     */
    Slot(int node, int parent, int valueClass, int containerClass, int flags, byte[] name) {
        this.node = node;
        this.parent = parent;
        this.valueClass = valueClass;
        this.containerClass = containerClass;
        boolean shared = valueClass != FieldPlan.NEVER || containerClass != FieldPlan.NEVER;
        this.flags = shared ? flags | SHARED : flags;
        this.name = name;
        byte[] quoted = new byte[PREDICTED];
        boolean predicted = name.length > 0 && name.length + 3 <= PREDICTED;
        this.length = predicted ? name.length + 3 : 0;
        if (predicted) {
            quoted[0] = '"';
            System.arraycopy(name, 0, quoted, 1, name.length);
            quoted[name.length + 1] = '"';
            quoted[name.length + 2] = ':';
        }
        this.q0 = predicted ? JsonBytes.eight(quoted, 0) : -1;
        this.q1 = JsonBytes.eight(quoted, 8);
        this.q2 = JsonBytes.eight(quoted, 16);
        this.q3 = JsonBytes.eight(quoted, 24);
        this.m0 = mask(length);
        this.m1 = mask(length - 8);
        this.m2 = mask(length - 16);
        this.m3 = mask(length - 24);
        this.next = this;
        if (NOWHERE != null) {
            this.next = NOWHERE;
        }
    }

    private static long mask(int bytes) {
        return bytes <= 0 ? 0 : bytes >= 8 ? -1L : (1L << (bytes * 8)) - 1;
    }

    /** The length of the quoted name with its colon where it is predicted, else 0. */
    int lead() {
        return length;
    }

    /** The member's name; a catalog's own word. */
    String nameText() {
        return new String(name, StandardCharsets.UTF_8);
    }

    /** The name in UTF-8; nobody changes it. */
    byte[] name() {
        return name;
    }

    boolean watched() {
        return (flags & WATCHED) != 0;
    }

    void unwatch() {
        flags &= ~WATCHED;
        holders = NOBODY;
    }

    /** Who was told to hold this name, while it is {@link #watched}. */
    Holders holders() {
        return holders;
    }

    /** Makes it of interest, if it is a name that no catalog knows. */
    void watch() {
        if ((flags & UNCLASSIFIED) != 0 && name.length > 0) {
            flags |= WATCHED;
            holders = new Holders();
        }
    }

    /** Whether this member's quoted name and a colon stand at {@code i}. A place without a name matches nothing. */
    boolean leadsAt(byte[] b, int i) {
        if ((((JsonBytes.eight(b, i) & m0) ^ q0) | ((JsonBytes.eight(b, i + 8) & m1) ^ q1)) != 0) {
            return false;
        }
        return length <= 16
                || (((JsonBytes.eight(b, i + 16) & m2) ^ q2) | ((JsonBytes.eight(b, i + 24) & m3) ^ q3)) == 0;
    }

    /** Whether this member's quoted name stands at {@code i}, whatever follows it. */
    boolean standsAt(byte[] b, int i) {
        int end = i + 1 + name.length;
        return length > 0 && b[i] == '"' && b[end] == '"' && Arrays.equals(name, 0, name.length, b, i + 1, end);
    }

    /** Something stands here. */
    void count() {
        occurrences++;
    }

    /** The member of this object with these bytes as its name, or null. */
    @Nullable Slot member(byte[] b, int from, int to) {
        if (memberCount == 0) {
            return null;
        }
        int mask = members.length - 1;
        int at = hash(b, from, to) & mask;
        while (true) {
            Slot candidate = members[at];
            if (candidate == NOWHERE) {
                return null;
            }
            if (Arrays.equals(candidate.name, 0, candidate.name.length, b, from, to)) {
                return candidate;
            }
            at = at + 1 & mask;
        }
    }

    /** Adds a member to this object; its name must be new. */
    void add(Slot member) {
        if ((memberCount + 1) * 2 > members.length) {
            grow();
        }
        place(member);
        memberCount++;
    }

    int memberCount() {
        return memberCount;
    }

    private void grow() {
        Slot[] old = members;
        members = new Slot[Math.max(8, old.length * 2)];
        Arrays.fill(members, NOWHERE);
        for (Slot member : old) {
            if (member != NOWHERE) {
                place(member);
            }
        }
    }

    private void place(Slot member) {
        int mask = members.length - 1;
        int at = hash(member.name, 0, member.name.length) & mask;
        while (members[at] != NOWHERE) {
            at = at + 1 & mask;
        }
        members[at] = member;
    }

    private static int hash(byte[] b, int from, int to) {
        int length = to - from;
        if (length < 8) {
            int h = length;
            for (int i = from; i < to; i++) {
                h = h * 31 + b[i];
            }
            return spread(h);
        }
        long mixed = JsonBytes.eight(b, from) * 0x9E3779B97F4A7C15L ^ JsonBytes.eight(b, to - 8) * 0xC2B2AE3D27D4EB4FL;
        return spread((int) (mixed >>> 32) + length);
    }

    private static int spread(int h) {
        return h ^ h >>> 15;
    }
}
