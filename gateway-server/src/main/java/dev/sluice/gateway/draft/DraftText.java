package dev.sluice.gateway.draft;

import java.util.regex.Pattern;

/** How a draft writes paths and asks for a decision. */
final class DraftText {

    private static final Pattern RECIPIENT = Pattern.compile(
            "(?i)(.*[.\\]])?(recipient|ship_?to|deliver_?to|consignee|addressee|gift(_?recipient)?)[_.\\[].*");

    private DraftText() {}

    /** In quotes wherever YAML could read it otherwise. */
    static String path(String path) {
        return path.matches("[A-Za-z_][A-Za-z0-9_.-]*") && !path.matches("(?i)yes|no|true|false|null|on|off")
                ? path
                : "\"" + path + "\"";
    }

    /** A remark where it may be about another person than the customer. @param category what stands there */
    static String whose(Leaf leaf, String category) {
        return RECIPIENT.matcher(leaf.path()).matches()
                ? "   # another person? Then: { category: " + category + ", subject: recipient }"
                : "";
    }

    static String undecided(Leaf leaf) {
        String whose = leaf.isOfOthers() ? "; about somebody else?" : "";
        return "# decide: " + path(leaf.path()) + ": …   (seen: " + leaf.shape().seen() + whose + ")";
    }
}
