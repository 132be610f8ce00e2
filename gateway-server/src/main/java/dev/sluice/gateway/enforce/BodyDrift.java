package dev.sluice.gateway.enforce;

import dev.sluice.gateway.drift.RouteDrift;
import dev.sluice.gateway.json.DisclosureTally;
import dev.sluice.gateway.json.JsonFilter;
import dev.sluice.gateway.json.UnknownNames;
import dev.sluice.policy.decision.Disclosure;
import dev.sluice.policy.field.FieldNode;
import java.nio.charset.StandardCharsets;

/** Tells the route what stands in one body that no catalog knows. */
final class BodyDrift implements UnknownNames.Listener {

    private final JsonFilter engine;
    private final Disclosure disclosure;
    private final RouteDrift drift;

    BodyDrift(JsonFilter engine, Disclosure disclosure, RouteDrift drift) {
        this.engine = engine;
        this.disclosure = disclosure;
        this.drift = drift;
        engine.watchNames(drift);
    }

    /** The records that wait have been decided and wait still. */
    void decided() {
        engine.tellNames(this);
    }

    @Override
    public long customer(int record) {
        String customer = disclosure.customer(engine.waiting(), record);
        return customer == null ? UnknownNames.NOBODY : drift.customer(customer.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean holds(long customer, int around, byte[] name) {
        return drift.seen(pattern(around), name, customer);
    }

    /** The body has ended, well or not. @param names whether it is time to count each name for itself */
    void ended(long now, boolean names) {
        DisclosureTally tally = engine.tally();
        for (FieldNode node : disclosure.plan().tree().nodes()) {
            long members = tally.unclassified(node.index());
            if (members > 0) {
                drift.count(node.pattern(), members, now);
            }
        }
        if (names) {
            engine.tellCounts((around, name, times) -> drift.count(pattern(around), name, times, now));
        }
    }

    private String pattern(int node) {
        return disclosure.plan().tree().node(node).pattern();
    }
}
