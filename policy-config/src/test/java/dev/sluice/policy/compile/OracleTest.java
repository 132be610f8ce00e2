package dev.sluice.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.decision.Disclosure;
import dev.sluice.policy.decision.KnownCustomers;
import dev.sluice.policy.model.Bundle;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What is compiled decides as the plain reading of the rules does. */
class OracleTest {

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    @Label("compiled bundles decide as the direct evaluator does")
    void compiledDecidesAsDirect(@ForAll long seed) {
        // Given
        RandomBundles random = new RandomBundles(seed);
        Bundle bundle = random.bundle();
        Map<String, Object> document = random.document();
        Set<String> callerRoles = random.callerRoles();
        KnownCustomers known = random.known();

        // When
        Object compiled = TreeEngine.filter(
                Bundles.of(bundle).askedBy(callerRoles).knowing(known).open("mailwerk", RandomBundles.PURPOSE, "shop"),
                document);

        // Then
        Object direct = new DirectEvaluator(bundle, RandomBundles.PURPOSE, Bundles.NOW)
                .askedBy(callerRoles)
                .knowing(known)
                .filter(document);
        assertThat(TinyJson.write(TinyJson.sorted(Envelopes.opened(compiled))))
                .isEqualTo(TinyJson.write(TinyJson.sorted(direct)));
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    @Label("a class for each place changes nothing of what leaves")
    void detailedPlansShareTheSame(@ForAll long seed) {
        // Given
        RandomBundles random = new RandomBundles(seed);
        Bundles bundles = Bundles.of(random.bundle());
        Map<String, Object> document = random.document();

        // When
        Object detailed = TreeEngine.filter(bundles.detailed("mailwerk", RandomBundles.PURPOSE, "shop"), document);

        // Then
        Object plain = TreeEngine.filter(bundles.open("mailwerk", RandomBundles.PURPOSE, "shop"), document);
        assertThat(TinyJson.write(Envelopes.opened(detailed))).isEqualTo(TinyJson.write(Envelopes.opened(plain)));
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    @Label("what rules in shadow would do is what they do once they are live")
    void shadowDecidesAsIfLive(@ForAll long seed) {
        // Given
        RandomBundles random = new RandomBundles(seed);
        Bundle bundle = random.bundle();
        Map<String, Object> document = random.document();
        Disclosure live = Bundles.of(bundle).open("mailwerk", RandomBundles.PURPOSE, "shop");

        // When
        Disclosure shadow = Bundles.of(bundle)
                .shadow("mailwerk", RandomBundles.PURPOSE, "shop")
                .orElse(live);

        // Then
        Object direct = new DirectEvaluator(bundle, RandomBundles.PURPOSE, Bundles.NOW, true).filter(document);
        assertThat(TinyJson.write(TinyJson.sorted(Envelopes.opened(TreeEngine.filter(shadow, document)))))
                .isEqualTo(TinyJson.write(TinyJson.sorted(direct)));
    }
}
