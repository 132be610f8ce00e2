package dev.sluice.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.shape.BundleShapes;
import dev.sluice.policy.shape.ValueType;
import org.junit.jupiter.api.Test;

final class ConsentAdaptersTest {

    @Test
    void areThoseThatTheTableOfKeysNames() {
        ValueType named = BundleShapes.shape("consent-source").key("adapter").type();

        assertThat(named)
                .isEqualTo(new ValueType.OneOf(ConsentAdapters.words().stream().toList()));
    }
}
