package dev.sluice.gateway.overview;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The matrix as plain text, or as CSV (RFC 4180). */
public final class MatrixTable {

    private final Matrix matrix;

    public MatrixTable(Matrix matrix) {
        this.matrix = matrix;
    }

    public void text(PrintStream out) {
        List<List<String>> lines = lines();
        int[] widths = new int[lines.get(0).size()];
        for (List<String> line : lines) {
            for (int k = 0; k < widths.length; k++) {
                widths[k] = Math.max(widths[k], line.get(k).length());
            }
        }
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int k = 0; k < widths.length; k++) {
                text.append(line.get(k))
                        .append(" ".repeat(widths[k] - line.get(k).length() + 2));
            }
            out.println(text.toString().stripTrailing());
        }
        out.println();
        out.println("at best, whoever the customer is; `if`: depends on the customer; `–`: leaves of nobody");
    }

    public void csv(PrintStream out) {
        for (List<String> line : lines()) {
            out.print(String.join(",", line.stream().map(MatrixTable::quoted).toList()) + "\r\n");
        }
    }

    private List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("category"));
        head.addAll(matrix.columns());
        lines.add(head);
        matrix.rows().forEach((category, cells) -> {
            List<String> line = new ArrayList<>(List.of(category));
            cells.forEach(cell -> line.add(cell.text()));
            lines.add(line);
        });
        return lines;
    }

    private static String quoted(String text) {
        return text.contains(",") || text.contains("\"") || text.contains("\n")
                ? "\"" + text.replace("\"", "\"\"") + "\""
                : text;
    }
}
