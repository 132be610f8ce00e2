package dev.sluice.gateway.config;

import dev.sluice.policy.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The gateway's file as reports may show it: where a credential stands, or would stand if the file were in order, lines
 * are empty.
 */
public final class ShownLines {

    /** The value of `present`, and URLs with a password in them. */
    private static final Pattern CREDENTIAL = Pattern.compile("\\bvalue[\"']?\\s*:|://[^\\s/]*@");

    private static final Pattern INDENT = Pattern.compile("^[\\s-]*");

    private ShownLines() {}

    public static SourceText of(SourceText source) {
        List<String> shown = new ArrayList<>();
        int hiddenBelow = Integer.MAX_VALUE;
        for (String line : source.lines()) {
            int indent = indent(line);
            boolean goesOn = line.isBlank() || indent > hiddenBelow;
            boolean credential = CREDENTIAL.matcher(line).find();
            if (credential && !goesOn) {
                hiddenBelow = indent;
            } else if (!goesOn) {
                hiddenBelow = Integer.MAX_VALUE;
            }
            shown.add(credential || goesOn ? "" : line);
        }
        return new SourceText(source.file(), shown);
    }

    private static int indent(String line) {
        Matcher indent = INDENT.matcher(line);
        return indent.find() ? indent.end() : 0;
    }
}
