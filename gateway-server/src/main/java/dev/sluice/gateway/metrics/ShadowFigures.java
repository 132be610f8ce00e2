package dev.sluice.gateway.metrics;

import java.util.List;

/**
 * What a candidate would change, in figures, asked for at each scrape.
 *
 * @param records records by how the decisions compare
 * @param differences records by partner, category and change
 */
public record ShadowFigures(List<Figure> records, List<Figure> differences) {

    public ShadowFigures {
        records = List.copyOf(records);
        differences = List.copyOf(differences);
    }

    /** @param labels values in the order of the meter's labels */
    public record Figure(List<String> labels, double value) {

        public Figure {
            labels = List.copyOf(labels);
        }
    }
}
