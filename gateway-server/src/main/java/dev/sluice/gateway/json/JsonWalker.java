package dev.sluice.gateway.json;

import dev.sluice.policy.field.FieldPlan;
import dev.sluice.policy.field.FieldTree;

/**
 * Reads a document in one pass over the window and notes on the tape what may leave.
 *
 * <p>One loop without recursion; its state is in locals and goes to fields only when it stops. It stops anywhere: at the
 * window's limit it goes back to the start of the token in hand, strings remember how far they were checked. No scanner
 * asks for the limit in its loop, since a sentinel stands there that no JSON token holds. Member names are not read but
 * compared with the member that came next the last time; only where that fails are they scanned and looked up.
 */
final class JsonWalker {

    private final Window window;
    private final Tape tape;
    private final JsonLimits limits;
    private final Slots slots;
    private final RecordKeeper keeper;
    private final WaitingRecords waiting;
    private final DocumentFacts document;
    private final StringScan strings = new StringScan();
    private final MemberNames names;
    private final PlainMembers plain;
    private final Frame outermost = new Frame();
    private final Slot root;
    private Framing framing = Framing.DOCUMENT;
    private boolean ended;
    private int containers;

    private int state;
    private int at;
    private int lead;
    private int comma;
    private Slot value;
    /** The innermost container that is open. */
    private Frame top = outermost;

    JsonWalker(
            Window window,
            Tape tape,
            JsonLimits limits,
            Slots slots,
            RecordKeeper keeper,
            WaitingRecords waiting,
            DocumentFacts document) {
        this.window = window;
        this.tape = tape;
        this.limits = limits;
        this.slots = slots;
        this.keeper = keeper;
        this.waiting = waiting;
        this.document = document;
        this.plain = new PlainMembers(tape, strings, keeper, limits);
        this.names = new MemberNames(strings, slots, keeper, limits.name());
        this.root = slots.root();
        this.value = root;
    }

    void start(Framing newFraming) {
        framing = newFraming;
        ended = false;
        top = outermost;
        strings.reset();
        state = WalkState.ROOT;
        at = 0;
        lead = 0;
        comma = 0;
    }

    void end() {
        ended = true;
    }

    /** The first byte of the window that is still needed. */
    int keep() {
        if (!tape.isEmpty()) {
            return tape.entries[Tape.LEAD];
        }
        int needed = top.holds() ? Math.min(lead, at) : at;
        return keeper.probe().active() ? Math.min(needed, keeper.probe().lead()) : needed;
    }

    void shift(int by) {
        at -= by;
        lead -= by;
        comma -= by;
        strings.shift(by);
        keeper.shift(by);
    }

    /** How many member names had to be scanned and looked up, since they were not the ones expected. */
    long misses() {
        return names.misses();
    }

    /** Reads on until the input, the window or the document ends. */
    Progress walk() throws MalformedHere {
        final byte[] b = window.bytes();
        final int limit = window.limit();
        Frame f = top;
        int next = state;
        int i = at;
        int from = lead;
        int after = comma;
        int bare = from;
        Slot v = value;
        Slot box = f.box;
        Slot m = f.member;
        int inside = f.inside;
        int close = f.array ? ']' : '}';
        while (true) {
            switch (next) {
                case WalkState.FIRST_MEMBER:
                    i = b[i] <= ' ' ? JsonBytes.spaceEnd(b, i) : i;
                    if (b[i] == '}') {
                        bare = from;
                        next = WalkState.CLOSE;
                        break;
                    }
                    if (b[i] != '"') {
                        return stopOr(limit, WalkState.FIRST_MEMBER, i, from, after, v, m);
                    }
                    f.first(tape, from, i);
                // fall through
                case WalkState.MEMBER:
                    next = plain.read(b, i, limit, from, after, m, inside, f.tight);
                    i = plain.at();
                    from = plain.lead();
                    after = plain.comma();
                    m = plain.member();
                    if (next != WalkState.MEMBER) {
                        v = m;
                        break;
                    }
                    if (b[i] <= ' ') {
                        i = JsonBytes.spaceEnd(b, i);
                        after = f.tight ? i : after;
                    }
                    Slot found = names.find(b, i, box, inside, m, limit);
                    if (found == null) {
                        return stop(WalkState.MEMBER, i, from, after, v, m);
                    }
                    i = names.end();
                    m = found;
                    v = found;
                // fall through
                case WalkState.COLON:
                    if (b[i] != ':') {
                        i = JsonBytes.spaceEnd(b, i);
                        if (b[i] != ':') {
                            return stopOr(limit, WalkState.COLON, i, from, after, v, m);
                        }
                    }
                    i++;
                // fall through
                case WalkState.VALUE:
                    int c = b[i];
                    if (c <= ' ') {
                        i = JsonBytes.spaceEnd(b, i);
                        c = b[i];
                        after = close == ']' && f.tight ? i : after;
                    }
                    if (c == '{' || c == '[') {
                        f.member = m;
                        open(v, box, b, i, from, after);
                        f = top;
                        next = c == '{' ? WalkState.FIRST_MEMBER : WalkState.FIRST_ELEMENT;
                        box = f.box;
                        m = f.member;
                        inside = f.inside;
                        close = c + 2;
                        i++;
                        from = i;
                        after = i;
                        break;
                    }
                    int k = v.valueClass;
                    int e;
                    if (c == '"') {
                        e = strings.end(b, i + 1, limit);
                    } else if (c == 'n') {
                        k = v.containerClass;
                        e = ScalarScan.nullEnd(b, i, limit);
                    } else {
                        e = ScalarScan.otherEnd(b, i, limit, ended, limits.number());
                    }
                    if (e < 0) {
                        return stop(WalkState.VALUE, i, from, after, v, m);
                    }
                    boolean wellFormed = !strings.loneSurrogate() || !keeper.loneSurrogate(strings);
                    if ((v.flags & Slot.COLD) == 0 && wellFormed && e - from <= limits.record()) {
                        if (k != FieldPlan.NEVER) {
                            tape.run(k, from, after, inside, 0, e, c == 'n' ? 0 : 1);
                        } else {
                            v.count();
                        }
                    } else if (keeper.cold(v, k, from, after, inside, i, e, strings.escaped(), wellFormed, f)
                            && waiting.full(e - keep())) {
                        stop(WalkState.AFTER_VALUE, e, e, after, v, m);
                        return Progress.NEED_DECISION;
                    }
                    i = e;
                    from = e;
                // fall through
                case WalkState.AFTER_VALUE:
                    if (f.depth == 0) {
                        next = WalkState.ROOT_END;
                        break;
                    }
                    i = b[i] <= ' ' ? JsonBytes.spaceEnd(b, i) : i;
                    if (b[i] == ',') {
                        i++;
                        after = i;
                        next = WalkState.MEMBER;
                        if (close == ']') {
                            v = slots.elementOf(box, f);
                            next = WalkState.VALUE;
                        }
                        break;
                    }
                    if (b[i] != close) {
                        return stopOr(limit, WalkState.AFTER_VALUE, i, from, after, v, m);
                    }
                    bare = i;
                // fall through
                case WalkState.CLOSE:
                    i++;
                    keeper.requireRoom(f, from, i, i);
                    int closed = f.containerClass;
                    if (closed != FieldPlan.NEVER) {
                        tape.run(closed, from, bare, inside, 0, i, 0);
                    }
                    from = i;
                    int marks = f.marks;
                    f = f.around;
                    top = f;
                    box = f.box;
                    m = f.member;
                    inside = f.inside;
                    close = f.array ? ']' : '}';
                    next = WalkState.AFTER_VALUE;
                    if (marks != 0) {
                        Slot again = keeper.probed(marks, i);
                        if (again != null) {
                            v = again;
                            i = keeper.probe().start();
                            from = keeper.probe().lead();
                            after = keeper.probe().afterComma();
                            next = WalkState.VALUE;
                        } else if (keeper.leave(marks, i) && waiting.full(i - keep())) {
                            stop(WalkState.AFTER_VALUE, i, from, after, v, m);
                            return Progress.NEED_DECISION;
                        }
                    }
                    break;
                case WalkState.FIRST_ELEMENT:
                    i = b[i] <= ' ' ? JsonBytes.spaceEnd(b, i) : i;
                    if (b[i] == ']') {
                        bare = from;
                        next = WalkState.CLOSE;
                        break;
                    }
                    if (i == limit) {
                        return stop(WalkState.FIRST_ELEMENT, i, from, after, v, m);
                    }
                    f.first(tape, from, i);
                    v = slots.elementOf(box, f);
                    next = WalkState.VALUE;
                    break;
                case WalkState.ROOT:
                    i = JsonBytes.spaceEnd(b, i);
                    keeper.requireRoom(f, from, i, i);
                    if (i == limit) {
                        return stop(WalkState.ROOT, i, from, after, v, m);
                    }
                    if (framing == Framing.LINES && window.offset() + from == 0) {
                        tape.space(inside, from, i);
                    }
                    v = root;
                    next = WalkState.VALUE;
                    break;
                case WalkState.ROOT_END:
                    i = tail(b, i);
                    from = i;
                    after = i;
                    if (framing == Framing.LINES && b[i - 1] == '\n') {
                        next = WalkState.ROOT;
                        break;
                    }
                    return stopOr(limit, WalkState.ROOT_END, i, from, after, v, m);
                default:
                    int rest = strings.end(b, i, limit);
                    if (rest < 0) {
                        return stop(WalkState.REST_OF_STRING, i, from, after, v, m);
                    }
                    strings.takeLoneSurrogate();
                    i = rest;
                    from = rest;
                    next = WalkState.AFTER_VALUE;
                    break;
            }
        }
    }

    private void open(Slot v, Slot box, byte[] b, int i, int from, int after) throws MalformedHere {
        keeper.admit(top, from, i);
        boolean array = b[i] == '[';
        int marks = (v.flags & Slot.COLD) == 0 ? 0 : keeper.open(v, box, i, from, after, top.inside, top.depth);
        v.count();
        Slot opened = (v.flags & (array ? Slot.ARRAY : Slot.OBJECT)) == 0 ? slots.ghostOf(v) : v;
        int fieldClass = opened == v ? v.containerClass : FieldPlan.NEVER;
        int outside = top.inside;
        int id = ++containers == 0 ? ++containers : containers;
        top = top.open(opened, array ? Slot.NOWHERE : slots.anchor(opened), id, fieldClass, marks, array);
        if (fieldClass != FieldPlan.NEVER) {
            tape.run(fieldClass, from, after, outside, id, i + 1, 0);
        }
    }

    /** Notes what stands behind a document: white space, and with lines the line's end. Returns where it ends. */
    private int tail(byte[] b, int i) {
        int end = framing == Framing.LINES ? JsonBytes.lineEnd(b, i) : JsonBytes.spaceEnd(b, i);
        if (end > i) {
            boolean line = framing == Framing.LINES && b[end - 1] == '\n';
            tape.tail(i, end, line, line && keeper.takeAlone());
            if (line) {
                document.nextDocument(waiting.size() > 0);
            }
        }
        return end;
    }

    private Progress stopOr(int limit, int next, int i, int from, int after, Slot v, Slot m) throws MalformedHere {
        if (i != limit) {
            throw new MalformedHere(i, WalkState.expectation(next));
        }
        return stop(next, i, from, after, v, m);
    }

    private Progress stop(int next, int i, int from, int after, Slot v, Slot m) throws MalformedHere {
        state = next;
        at = i;
        lead = from;
        comma = after;
        value = v;
        top.member = m;
        return Progress.NEED_INPUT;
    }

    /** What it takes to go on from where the walk has stopped for want of input. */
    Progress pause() throws MalformedHere {
        if (ended) {
            if (state != WalkState.ROOT_END && (state != WalkState.ROOT || framing == Framing.DOCUMENT)) {
                throw new MalformedHere(window.limit(), "expected more: the body ends within a document");
            }
            if (state == WalkState.ROOT) {
                lead = tape.bodyEnd(lead, window.limit());
            }
            return waiting.size() > 0 ? Progress.NEED_DECISION : Progress.COMPLETE;
        }
        if (framing == Framing.LINES && state != WalkState.ROOT && window.endsLine()) {
            throw new MalformedHere(window.limit() - 1, "expected the document to end on its line");
        }
        forgetWhatIsTooLarge();
        int kept = keep();
        if (waiting.size() > 0 && window.limit() - kept > limits.window()) {
            return Progress.NEED_DECISION;
        }
        if (tape.isEmpty() && !keeper.probe().active()) {
            keeper.requireRoom(top, kept, kept, window.limit());
        }
        return Progress.NEED_INPUT;
    }

    private void forgetWhatIsTooLarge() {
        int limit = window.limit();
        if (keeper.record() != FieldTree.NONE && limit - keeper.outermostStart() > limits.record()) {
            keeper.abandonRecord(top);
            value = slots.lost();
        }
        if (keeper.record() != FieldTree.NONE) {
            return;
        }
        ElementProbe probe = keeper.probe();
        if (probe.active() && limit - probe.start() > limits.record()) {
            probe.cancel();
        }
        if (state == WalkState.VALUE && !probe.active() && strings.unfinished(at + 1) && keeper.forget(value)) {
            state = WalkState.REST_OF_STRING;
            value = slots.lost();
        }
        if (state == WalkState.REST_OF_STRING) {
            at = strings.resumeAt();
            lead = at;
            strings.continueFrom(at);
        }
    }
}
