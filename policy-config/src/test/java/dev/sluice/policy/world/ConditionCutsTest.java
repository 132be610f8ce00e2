package dev.sluice.policy.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.model.Condition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ConditionCutsTest {

    static Class<?>[] conditions() {
        return Condition.class.getPermittedSubclasses();
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void knowsTheCellsOfEveryCondition(Class<?> condition) {
        assertThat(ConditionCuts.known(condition)).isTrue();
    }
}
