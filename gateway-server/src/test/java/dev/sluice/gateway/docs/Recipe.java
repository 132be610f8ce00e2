package dev.sluice.gateway.docs;

import dev.sluice.gateway.docs.Page.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One wish of the cookbook.
 *
 * @param options how the document is filtered, one for each outcome that is shown
 */
record Recipe(String wish, List<Block> blocks, List<String> options) {

    private static final Pattern SECTION = Pattern.compile("(?m)^### ");
    private static final Pattern OPTIONS = Pattern.compile("(?m)^`(--partner [^`]*)`");

    static List<Recipe> of(Page page) {
        List<Recipe> recipes = new ArrayList<>();
        for (String section : SECTION.splitAsStream(page.text()).skip(1).toList()) {
            String wish = section.substring(0, section.indexOf('\n'));
            List<String> options = new ArrayList<>();
            Matcher option = OPTIONS.matcher(section);
            while (option.find()) {
                options.add(option.group(1));
            }
            recipes.add(new Recipe(wish, new Page(page.file(), section.split("\n## ", 2)[0]).blocks(), options));
        }
        return recipes;
    }

    /** The texts of the blocks of this kind. */
    List<String> texts(String info) {
        return blocks.stream()
                .filter(block -> block.info().equals(info))
                .map(Block::text)
                .toList();
    }

    /** Where a link leads to it. */
    String anchor() {
        return "#" + wish.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    }

    @Override
    public String toString() {
        return wish;
    }
}
