package dev.sluice.policy.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.world.Surroundings.Axis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is told of a customer is true of everybody who is so. */
final class SurroundingsTest {

    private static final Predicate<int[]> ANY = world -> true;

    @Property(tries = 500)
    void whoeverIsAsTheySayIsAlike(@ForAll long seed) {
        // Given
        Random random = new Random(seed);
        int[] sizes = random.ints(1 + random.nextInt(4), 1, 5).toArray();
        Predicate<int[]> possible = drawn(random, 5);
        Predicate<int[]> alike = drawn(random, 8);
        int[] world = Arrays.stream(sizes).map(random::nextInt).toArray();
        Predicate<int[]> itself = other -> Arrays.equals(other, world);

        // When
        List<List<Integer>> told = Surroundings.of(world, axes(sizes), itself.or(possible), itself.or(alike));

        // Then
        assertThat(told).hasSameSizeAs(sizes);
        IntStream.range(0, sizes.length)
                .forEach(fact -> assertThat(told.get(fact)).contains(world[fact]));
        assertThat(combined(told)).allMatch(itself.or(possible.negate()).or(alike));
    }

    private static List<Axis> axes(int... sizes) {
        return IntStream.of(sizes).mapToObj(size -> new Axis(size, 2)).toList();
    }

    /** True of some worlds, by chance of all but few. */
    private static Predicate<int[]> drawn(Random random, int tenths) {
        long salt = random.nextLong();
        return world -> new Random(salt + Arrays.hashCode(world)).nextInt(10) < tenths;
    }

    private static List<int[]> combined(List<List<Integer>> cells) {
        List<int[]> all = List.of(new int[cells.size()]);
        for (int fact = 0; fact < cells.size(); fact++) {
            List<int[]> longer = new ArrayList<>();
            for (int[] one : all) {
                for (int cell : cells.get(fact)) {
                    int[] with = one.clone();
                    with[fact] = cell;
                    longer.add(with);
                }
            }
            all = longer;
        }
        return all;
    }

    @Test
    void leavesOpenOnlyOneOfTwoFactsOfWhichOneIsEnough() {
        Predicate<int[]> either = world -> world[0] == 0 || world[1] == 0;

        assertThat(Surroundings.of(new int[] {0, 0}, axes(2, 2), ANY, either))
                .containsExactly(List.of(0, 1), List.of(0));
    }

    @Test
    void tellsAsManyCellsAsAreWanted() {
        Predicate<int[]> few = world -> world[0] < 4;

        assertThat(Surroundings.of(new int[] {2}, List.of(new Axis(6, 2)), ANY, few))
                .containsExactly(List.of(0, 2));
        assertThat(Surroundings.of(new int[] {2}, List.of(new Axis(6, 6)), ANY, few))
                .containsExactly(List.of(0, 1, 2, 3));
    }

    @Test
    void tellsWhatWouldTakeTooManyWorldsToLookAt() {
        assertThat(Surroundings.of(new int[3], axes(100, 100, 100), ANY, ANY))
                .satisfiesExactly(
                        first -> assertThat(first).hasSize(100),
                        second -> assertThat(second).hasSize(100),
                        third -> assertThat(third).containsExactly(0, 1));
    }
}
