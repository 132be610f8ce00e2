package dev.sluice.policy.world;

import java.util.List;

/** What one question answers in each combination of the cells of its own facts. */
final class Table {

    private final int[] dimensions;
    private final int[] strides;
    private final byte[] answers;

    /** Answers for the cells of its dimensions. */
    @FunctionalInterface
    interface Question {
        int answer(int[] cells);
    }

    /** @param dimensions the numbers of those that the question asks for */
    Table(int[] dimensions, List<Dimension> all, Question question) throws TooManyWorldsException {
        this.dimensions = dimensions;
        this.strides = new int[dimensions.length];
        long size = 1;
        for (int k = 0; k < dimensions.length; k++) {
            strides[k] = (int) size;
            size *= all.get(dimensions[k]).size();
            Worlds.checkSize(size, all, dimensions);
        }
        this.answers = new byte[(int) size];
        int[] cells = new int[dimensions.length];
        for (int k = 0; k < answers.length; k++) {
            for (int d = 0; d < cells.length; d++) {
                cells[d] = k / strides[d] % all.get(dimensions[d]).size();
            }
            answers[k] = (byte) question.answer(cells);
        }
    }

    /** @param cells by all dimensions */
    int at(int[] cells) {
        int index = 0;
        for (int d = 0; d < strides.length; d++) {
            index += strides[d] * cells[dimensions[d]];
        }
        return answers[index];
    }

    /** Adds to each cell of a dimension what is answered where it is. */
    void sign(int dimension, StringBuilder[] signatures) {
        for (int d = 0; d < strides.length; d++) {
            if (dimensions[d] == dimension) {
                for (int k = 0; k < answers.length; k++) {
                    signatures[k / strides[d] % signatures.length].append((char) ('0' + answers[k]));
                }
            }
        }
    }
}
