package dev.sluice.gateway.warmup;

import dev.sluice.gateway.drift.Drift;
import dev.sluice.gateway.enforce.Admission;
import dev.sluice.gateway.enforce.AdmissionGate;
import dev.sluice.gateway.enforce.BodyEnforcer;
import dev.sluice.gateway.enforce.BodyFaultException;
import dev.sluice.gateway.enforce.BodyMemory;
import dev.sluice.gateway.enforce.BodyPlan;
import dev.sluice.gateway.enforce.ContentCoding;
import dev.sluice.gateway.enforce.EnginePool;
import dev.sluice.gateway.enforce.InflationLimits;
import dev.sluice.gateway.enforce.Rulebook;
import dev.sluice.gateway.json.Framing;
import dev.sluice.gateway.json.JsonLimits;
import dev.sluice.gateway.partner.Partner;
import dev.sluice.gateway.route.Route;
import dev.sluice.policy.decision.Disclosure;
import dev.sluice.policy.field.FieldTree;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a partner gets on a route for one of its purposes, played with engines and counts of its own.
 *
 * @param bodies a long one first
 */
record Part(Rulebook rulebook, Partner partner, Route route, String purpose, List<byte[]> bodies) {

    static final int BODIES_EACH = 4;

    private static final int SHORT_BODIES = 16;
    private static final int LONG = 300;
    private static final int SHORT = 6;
    /** Of how many plays one is of the long body. */
    private static final int SELDOM = 50;
    /** In bytes: short bodies come in pieces, so that an engine also stops in the middle. */
    private static final int PIECE = 3000;

    private static final long ROOM = 64L * 1024 * 1024;
    private static final BodyPlan.Filter PLAN =
            new BodyPlan.Filter("application/json", Framing.DOCUMENT, ContentCoding.IDENTITY);

    /** Nothing where such a request would be refused. */
    static Optional<Part> of(Rulebook rulebook, Partner partner, Route route, String purpose) {
        return opened(rulebook, partner, route, purpose).map(disclosure -> {
            FieldTree tree = disclosure.plan().tree();
            List<byte[]> bodies = new ArrayList<>();
            bodies.add(SketchedDocument.of(tree, LONG, 0));
            for (int k = 1; k <= SHORT_BODIES; k++) {
                bodies.add(SketchedDocument.of(tree, SHORT, k));
            }
            return new Part(rulebook, partner, route, purpose, bodies);
        });
    }

    private static Optional<Disclosure> opened(Rulebook rulebook, Partner partner, Route route, String purpose) {
        return AdmissionGate.admit(rulebook, partner, route, purpose, Instant.now())
                        instanceof Admission.Granted granted
                ? Optional.of(granted.disclosure())
                : Optional.empty();
    }

    /** Plays the first bodies of a new engine. Returns how many bytes would have left. */
    long play(int time) throws BodyFaultException {
        Disclosure disclosure = opened(rulebook, partner, route, purpose).orElse(null);
        if (disclosure == null) {
            return 0;
        }
        EnginePool engines =
                new EnginePool(JsonLimits.DEFAULTS, InflationLimits.ofSize(ROOM), new Drift(), new BodyMemory(ROOM));
        long left = 0;
        for (int k = 0; k < BODIES_EACH; k++) {
            int turn = time * BODIES_EACH + k;
            left += body(engines, disclosure, bodies.get(turn % SELDOM == 0 ? 0 : 1 + turn % SHORT_BODIES));
        }
        return left;
    }

    private long body(EnginePool engines, Disclosure disclosure, byte[] body) throws BodyFaultException {
        int size = body == bodies.get(0) ? body.length : PIECE;
        long left = 0;
        try (BodyEnforcer enforcer = engines.open(disclosure, PLAN, route.id())) {
            for (int at = 0; at < body.length; at += size) {
                ByteBuffer piece = ByteBuffer.wrap(body, at, Math.min(size, body.length - at));
                while (piece.hasRemaining()) {
                    left += settled(enforcer, enforcer.feed(piece));
                }
                left += settled(enforcer, enforcer.pause());
            }
            return left + settled(enforcer, enforcer.finish());
        }
    }

    private static long settled(BodyEnforcer enforcer, BodyEnforcer.Step reached) throws BodyFaultException {
        BodyEnforcer.Step step = reached;
        while (step == BodyEnforcer.Step.DECISION) {
            step = enforcer.decide();
        }
        int left = enforcer.outputLength();
        enforcer.clearOutput();
        return left;
    }
}
