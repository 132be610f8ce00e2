package dev.sluice.gateway.overview;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * The matrix as one page of HTML that needs nothing else: no script, no file of others, light or dark as the reader
 * has it.
 */
public final class MatrixPage {

    private final String title;
    private final Matrix matrix;

    /** @param title the bundle's name and version */
    public MatrixPage(String title, Matrix matrix) {
        this.title = title;
        this.matrix = matrix;
    }

    public void print(PrintStream out) {
        out.println("<!DOCTYPE html>");
        out.println("<html lang=\"en\">");
        out.println("<head>");
        out.println("<meta charset=\"utf-8\">");
        out.println("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        out.println("<title>Who may get what: " + escaped(title) + "</title>");
        out.println("<style>");
        out.print(style());
        out.println("</style>");
        out.println("</head>");
        out.println("<body>");
        out.println("<h1>Who may get what</h1>");
        out.println("<p>Bundle " + escaped(title) + ". Each cell says the mildest form in which a category of data can"
                + " reach a partner, whoever the customer is. Open one to see the rules behind it.</p>");
        legend(out);
        table(out);
        out.println("</body>");
        out.println("</html>");
    }

    private static void legend(PrintStream out) {
        out.println("<ul class=\"legend\">");
        entry(Matrix.Kind.AS_IS, "as_is", "leaves as it is, always", out);
        entry(Matrix.Kind.CHANGED, "a form", "leaves changed, always", out);
        entry(Matrix.Kind.CONDITIONAL, "… if", "leaves only if the customer's consent or facts allow it", out);
        entry(Matrix.Kind.FORBIDDEN, "forbidden", "a forbid keeps it back, whoever shares it", out);
        entry(Matrix.Kind.NOTHING, "–", "no policy shares it, or none that a customer could meet", out);
        out.println("</ul>");
    }

    private static void entry(Matrix.Kind kind, String word, String meaning, PrintStream out) {
        out.println("<li><span class=\"" + name(kind) + "\">" + word + "</span> " + meaning + "</li>");
    }

    private void table(PrintStream out) {
        out.println("<div class=\"scroll\" role=\"region\" aria-label=\"Categories by partner\" tabindex=\"0\">");
        out.println("<table>");
        out.println("<thead>");
        out.println("<tr><th scope=\"col\">Category</th>");
        matrix.columns().forEach(column -> out.println("<th scope=\"col\">" + escaped(column) + "</th>"));
        out.println("</tr>");
        out.println("</thead>");
        out.println("<tbody>");
        matrix.rows().forEach((category, cells) -> row(category, cells, out));
        out.println("</tbody>");
        out.println("</table>");
        out.println("</div>");
    }

    private static void row(String category, List<Matrix.Cell> cells, PrintStream out) {
        out.println("<tr><th scope=\"row\">" + escaped(category) + "</th>");
        for (Matrix.Cell cell : cells) {
            out.print("<td class=\"" + name(cell.kind()) + "\">");
            if (cell.rules().isEmpty()) {
                out.print(escaped(cell.text()));
            } else {
                out.print("<details><summary>" + escaped(cell.text()) + "</summary><ul>");
                cell.rules().forEach(rule -> out.print("<li>" + escaped(rule) + "</li>"));
                out.print("</ul></details>");
            }
            out.println("</td>");
        }
        out.println("</tr>");
    }

    private static String name(Matrix.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String style() {
        try (InputStream in = MatrixPage.class.getResourceAsStream("matrix.css")) {
            if (in == null) {
                throw new IllegalStateException("the page's style is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
