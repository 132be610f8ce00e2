package dev.sluice.gateway.comparison;

import dev.sluice.gateway.config.AdminListenerConfig;
import dev.sluice.gateway.config.ListenerConfig;
import dev.sluice.gateway.config.ShopListenerConfig;
import dev.sluice.policy.compare.Differences.Declared;
import dev.sluice.policy.compare.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What two files of a gateway say differently of who gets what: routes and what stands behind them, who is recognised, what
 * can be overheard, which records are too large. Keys are not among them: what they change is told where names leave.
 */
public final class GatewayFacts {

    private static final String NOTHING = "nothing";
    private static final int SHOWN = 8;

    private final List<Declared> found = new ArrayList<>();

    private GatewayFacts() {}

    /** What is not clearly narrower is wider. */
    public static List<Declared> compare(GatewayFile before, GatewayFile after) {
        GatewayFacts facts = new GatewayFacts();
        facts.found.addAll(RouteFacts.compare(before, after));
        facts.tls(
                "the partners' listener",
                before.config().partners(),
                after.config().partners());
        facts.shop(before.config().shop(), after.config().shop());
        facts.admin(before.config().admin(), after.config().admin());
        facts.size(
                "limits.record",
                before.config().limits().record(),
                after.config().limits().record());
        facts.size(
                "limits.inflated",
                before.config().limits().inflated(),
                after.config().limits().inflated());
        return facts.found;
    }

    private void shop(@Nullable ShopListenerConfig before, @Nullable ShopListenerConfig after) {
        Set<String> was = before == null ? Set.of() : new TreeSet<>(before.apiKeys());
        Set<String> becomes = after == null ? Set.of() : new TreeSet<>(after.apiKeys());
        if (!was.equals(becomes)) {
            add(
                    was.containsAll(becomes) ? Direction.NARROWER : Direction.WIDER,
                    "api keys of the shop",
                    shortened(was),
                    shortened(becomes));
        }
        if (before != null && after != null) {
            tls("the shop's listener", before.listener(), after.listener());
        }
    }

    private void admin(@Nullable AdminListenerConfig before, @Nullable AdminListenerConfig after) {
        String was = before == null ? "" : before.tokenDigest();
        String becomes = after == null ? "" : after.tokenDigest();
        if (!was.equals(becomes)) {
            add(
                    after == null ? Direction.NARROWER : Direction.WIDER,
                    "token of the operators",
                    shortened(before == null ? Set.of() : Set.of(was)),
                    shortened(after == null ? Set.of() : Set.of(becomes)));
        }
        if (before != null && after != null) {
            tls("the operators' listener", before.listener(), after.listener());
        }
    }

    private void tls(String of, ListenerConfig before, ListenerConfig after) {
        boolean was = before.tls() != null;
        boolean becomes = after.tls() != null;
        if (was != becomes) {
            add(
                    becomes ? Direction.NARROWER : Direction.WIDER,
                    "tls of " + of,
                    was ? "on" : "off",
                    becomes ? "on" : "off");
        }
    }

    /** What is larger is withheld or refused. */
    private void size(String what, long before, long after) {
        if (before != after) {
            add(after < before ? Direction.NARROWER : Direction.WIDER, what, before + " bytes", after + " bytes");
        }
    }

    private static String shortened(Set<String> digests) {
        return digests.isEmpty()
                ? NOTHING
                : String.join(
                        ", ",
                        digests.stream()
                                .map(one -> one.substring(0, Math.min(SHOWN, one.length())) + "…")
                                .toList());
    }

    private void add(Direction direction, String what, String before, String after) {
        found.add(new Declared(direction, null, what, before, after));
    }
}
