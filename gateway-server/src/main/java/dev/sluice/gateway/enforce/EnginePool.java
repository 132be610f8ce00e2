package dev.sluice.gateway.enforce;

import dev.sluice.gateway.drift.Drift;
import dev.sluice.gateway.json.JsonFilter;
import dev.sluice.gateway.json.JsonLimits;
import dev.sluice.policy.decision.Disclosure;
import dev.sluice.policy.field.FieldPlan;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The engines of one event loop, kept by plan so that what they learned and their windows are used again. Bounded: what was
 * not asked for lately is forgotten first. Used by one thread.
 */
public final class EnginePool {

    private static final int MOST_PLANS = 64;
    /** Each holds some hundred kilobytes. */
    static final int MOST_IDLE = 32;

    private final JsonLimits limits;
    private final InflationLimits inflation;
    private final Drift drift;
    private final BodyMemory memory;
    private final Map<FieldPlan, PlanEngines> byPlan = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<FieldPlan, PlanEngines> eldest) {
            if (size() <= MOST_PLANS) {
                return false;
            }
            eldest.getValue().forget();
            return true;
        }
    };
    private int idle;

    /** What is known of a plan, and engines that wait for another body of it. */
    final class PlanEngines {

        private static final long PAUSE_MILLIS = 1000;

        private final ArrayDeque<JsonFilter> waiting = new ArrayDeque<>();
        private long told;
        private boolean forgotten;

        private @Nullable JsonFilter take() {
            JsonFilter engine = waiting.pollFirst();
            idle -= engine == null ? 0 : 1;
            return engine;
        }

        /** Whether it is time to tell the names that no catalog knows, which costs more than to count them. */
        boolean due(long nowMillis) {
            boolean due = nowMillis - told >= PAUSE_MILLIS;
            told = due ? nowMillis : told;
            return due;
        }

        /** An engine has come to its body's end. */
        void release(JsonFilter engine) {
            if (forgotten) {
                return;
            }
            engine.shrink();
            waiting.addFirst(engine);
            idle++;
            if (idle > MOST_IDLE) {
                dropOne();
            }
        }

        private boolean drop() {
            boolean dropped = waiting.pollLast() != null;
            idle -= dropped ? 1 : 0;
            return dropped;
        }

        private void forget() {
            idle -= waiting.size();
            waiting.clear();
            forgotten = true;
        }
    }

    /** @param drift told what no catalog knows @param memory told how much the engines hold */
    public EnginePool(JsonLimits limits, InflationLimits inflation, Drift drift, BodyMemory memory) {
        this.limits = limits;
        this.inflation = inflation;
        this.drift = drift;
        this.memory = memory;
    }

    /**
     * An enforcer for one body. It must be closed.
     *
     * @param route the id of the route that the body passes on
     */
    public BodyEnforcer open(Disclosure disclosure, BodyPlan.Filter plan, String route) {
        FieldPlan fields = disclosure.plan();
        PlanEngines engines = byPlan.get(fields);
        if (engines == null) {
            engines = new PlanEngines();
            byPlan.put(fields, engines);
        }
        JsonFilter engine = engines.take();
        if (engine == null) {
            engine = new JsonFilter(fields, limits);
        }
        engine.start(plan.framing(), disclosure.document(), disclosure.documentContext());
        ContentInflater inflater =
                plan.coding() == ContentCoding.IDENTITY ? null : new ContentInflater(plan.coding(), inflation);
        return new BodyEnforcer(
                engines,
                engine,
                disclosure,
                plan.framing(),
                inflater,
                new BodyDrift(
                        engine, disclosure, drift.route(route, fields.tree().catalog())),
                memory);
    }

    /** How many engines wait for a body. */
    int idle() {
        return idle;
    }

    private void dropOne() {
        for (PlanEngines leastRecent : byPlan.values()) {
            if (leastRecent.drop()) {
                return;
            }
        }
    }
}
