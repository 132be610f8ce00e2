package dev.sluice.gateway.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.field.FieldPlan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who holds a name that no catalog knows is told once, until its counts are told. */
final class UnknownNamesTest {

    private final List<String> told = new ArrayList<>();
    private final UnknownNames names = new UnknownNames();
    private final Slot tier = watched("tier");
    private final Slot points = watched("points");

    private final UnknownNames.Listener listener = new UnknownNames.Listener() {

        @Override
        public long customer(int record) {
            return record == 9 ? UnknownNames.NOBODY : 100 + record;
        }

        @Override
        public boolean holds(long customer, int around, byte[] name) {
            told.add(customer + " " + new String(name, StandardCharsets.UTF_8));
            return true;
        }
    };

    private static Slot watched(String name) {
        Slot slot = new Slot(
                Slot.GHOST,
                0,
                FieldPlan.NEVER,
                FieldPlan.NEVER,
                Slot.UNCLASSIFIED,
                name.getBytes(StandardCharsets.UTF_8));
        slot.watch();
        return slot;
    }

    private void body(Slot slot, int records) {
        for (int record = 0; record < records; record++) {
            names.note(slot, record);
        }
        names.tell(records, listener);
        names.clear();
    }

    @Test
    void tellsOfEachCustomerOnce() {
        // Given
        body(tier, 2);

        // When
        body(tier, 3);

        // Then
        assertThat(told).containsExactly("100 tier", "101 tier", "102 tier");
    }

    @Test
    void tellsEachNameOfACustomer() {
        // Given
        names.note(tier, 0);
        names.note(points, 0);

        // When
        names.tell(1, listener);

        // Then
        assertThat(told).containsExactly("100 tier", "100 points");
    }

    @Test
    void tellsAnewOnceTheCountsAreTold() {
        // Given
        body(tier, 1);
        tier.holders().forget();

        // When
        body(tier, 1);

        // Then
        assertThat(told).containsExactly("100 tier", "100 tier");
    }

    @Test
    void tellsOfEveryCustomerWhereThereAreMany() {
        // Given
        body(tier, 500);

        // When
        body(tier, 700);

        // Then
        assertThat(told).contains("100 tier", "799 tier").hasSizeGreaterThanOrEqualTo(699);
    }

    @Test
    void saysNothingOfARecordThatIsAboutNobody() {
        // Given
        names.note(tier, 9);

        // When
        names.tell(10, listener);

        // Then
        assertThat(told).isEmpty();
    }
}
