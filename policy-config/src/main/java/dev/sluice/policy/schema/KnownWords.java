package dev.sluice.policy.schema;

import dev.sluice.policy.vocabulary.AgeTable;
import dev.sluice.policy.vocabulary.Categories;
import dev.sluice.policy.vocabulary.Channels;
import dev.sluice.policy.vocabulary.Countries;
import dev.sluice.policy.vocabulary.Purposes;
import dev.sluice.policy.vocabulary.Regions;
import dev.sluice.policy.vocabulary.Roles;
import dev.sluice.policy.vocabulary.TransferGround;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The schemas of the shipped vocabularies: words that editors complete, and room for a bundle's own where it may
 * have some.
 */
final class KnownWords {

    private KnownWords() {}

    static Map<String, Object> schema(String words) {
        Map<String, Object> known = Map.of("enum", words(words));
        return words.equals("category")
                ? Map.of(
                        "anyOf",
                        List.of(known, TypeSchemas.text("^x\\.", "a known category, or an own one below `x.`")))
                : known;
    }

    private static List<String> words(String words) {
        return switch (words) {
            case "category" -> Categories.shipped().names();
            case "purpose" -> Purposes.names();
            case "channel" -> Channels.names();
            case "role" -> Roles.names();
            case "country" -> Countries.codes();
            case "region" -> Regions.shipped().names();
            case "transfer-ground" -> TransferGround.WORDS;
            case "age-table" ->
                Arrays.stream(AgeTable.values()).map(AgeTable::word).toList();
            default -> throw new IllegalStateException("no vocabulary `" + words + "`");
        };
    }
}
