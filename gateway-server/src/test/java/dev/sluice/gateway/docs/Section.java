package dev.sluice.gateway.docs;

import static java.util.stream.Collectors.toCollection;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What stands below one heading of a page up to the next one, without its blocks. */
record Section(String prose) {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern TABLE = Pattern.compile("(?m)^\\| *([^|\\n]*?) *\\|.*\\n\\|[-|]+\\n((?:\\|.*\\n?)*)");

    /** The heads of first columns that list what may be written. */
    private static final Set<String> HEADS = Set.of("key", "basis", "condition", "form");

    /** Every word that stands as code. */
    Set<String> words() {
        return codes(prose)
                .flatMap(code -> Arrays.stream(code.split("[^A-Za-z0-9_]+")))
                .collect(toCollection(TreeSet::new));
    }

    /** What the first columns of all tables of keys name. */
    Set<String> namedByTables() {
        return HEADS.stream().flatMap(head -> named(head).stream()).collect(toCollection(TreeSet::new));
    }

    /** What the first column of the tables with this head names: of {@code limits.record} the last word, of {@code round: 10} the first. */
    Set<String> named(String head) {
        return TABLE.matcher(prose)
                .results()
                .filter(table -> table.group(1).equals(head))
                .flatMap(table -> table.group(2).lines())
                .flatMap(line -> codes(line.substring(1, line.indexOf('|', 1))))
                .map(code -> code.replaceFirst(":.*", "").replaceFirst(".*\\.", ""))
                .collect(toCollection(TreeSet::new));
    }

    private static Stream<String> codes(String text) {
        return CODE.matcher(text).results().map((MatchResult code) -> code.group(1));
    }
}
