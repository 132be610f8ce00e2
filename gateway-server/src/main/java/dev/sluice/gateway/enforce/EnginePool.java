package dev.sluice.gateway.enforce;

import dev.sluice.gateway.drift.Drift;
import dev.sluice.gateway.json.JsonFilter;
import dev.sluice.gateway.json.JsonLimits;
import dev.sluice.policy.decision.Disclosure;
import dev.sluice.policy.field.FieldPlan;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The engines of one event loop, kept by plan so that their windows are used again. Bounded: plans that were not
 * asked for lately are forgotten with their engines. Used by one thread.
 */
public final class EnginePool {

    private static final int MOST_PLANS = 64;
    private static final int MOST_IDLE = 8;

    private final JsonLimits limits;
    private final InflationLimits inflation;
    private final Drift drift;
    private final BodyMemory memory;
    private final Map<FieldPlan, PlanEngines> byPlan = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<FieldPlan, PlanEngines> eldest) {
            return size() > MOST_PLANS;
        }
    };

    /** What is known of a plan, and engines that wait for another body of it. */
    static final class PlanEngines {

        private static final long PAUSE_MILLIS = 1000;

        private final ArrayDeque<JsonFilter> idle = new ArrayDeque<>();
        private long told;

        ArrayDeque<JsonFilter> idle() {
            return idle;
        }

        /** Whether it is time to tell the names that no catalog knows, which costs more than to count them. */
        boolean due(long nowMillis) {
            boolean due = nowMillis - told >= PAUSE_MILLIS;
            told = due ? nowMillis : told;
            return due;
        }

        void release(JsonFilter engine) {
            if (idle.size() < MOST_IDLE) {
                idle.addFirst(engine);
            }
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
        JsonFilter engine = engines.idle().pollFirst();
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
}
