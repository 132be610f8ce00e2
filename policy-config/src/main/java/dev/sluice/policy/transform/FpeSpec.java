package dev.sluice.policy.transform;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.field.Form;
import dev.sluice.policy.form.Fpe;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.FormTraits;
import dev.sluice.policy.model.FormTraits.Left;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.PipelineStep;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Format-preserving encryption: digits stay digits.
 *
 * @param alphabet the characters that are encrypted, each once
 * @param keepOthers whether other characters stay where they are; else a text that has one cannot be encrypted
 */
public record FpeSpec(@Nullable Named key, @Nullable String domain, String alphabet, boolean keepOthers)
        implements Keyed {

    static final FormWord WORD = FormWord.with("fpe", FpeSpec::read, "`fpe: { alphabet: digits }`");

    private static final String DIGITS = "0123456789";
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int LARGEST_ALPHABET = 256;

    private static Optional<FormSpec> read(YamlNode value, Reading reading) {
        return reading.expect().map(value, "`fpe`").flatMap(map -> {
            YamlFields fields = reading.fields(map, "fpe");
            Named key = Keyed.key(fields);
            String domain = Keyed.domain(fields, reading.problems());
            Optional<String> alphabet =
                    fields.requiredText("alphabet").flatMap(text -> alphabet(text, reading.problems()));
            boolean keepOthers = fields.text("keep")
                    .flatMap(text -> reading.oneOf(text, "`keep`", List.of("others")))
                    .isPresent();
            fields.rejectOthers();
            return alphabet.map(characters -> new FpeSpec(key, domain, characters, keepOthers));
        });
    }

    /** The characters of a word for them, or those that are written out. */
    private static Optional<String> alphabet(YamlScalar scalar, Problems problems) {
        String characters = switch (scalar.text()) {
            case "digits" -> DIGITS;
            case "lower" -> LOWER;
            case "upper" -> UPPER;
            case "letters" -> LOWER + UPPER;
            case "alphanumeric" -> DIGITS + LOWER + UPPER;
            default -> scalar.text();
        };
        long distinct = characters.codePoints().distinct().count();
        if (distinct < 2
                || distinct > LARGEST_ALPHABET
                || distinct < characters.codePoints().count()) {
            problems.error(
                    "wrong-value",
                    scalar.location(),
                    "`alphabet` is not usable (expected: `digits`, `lower`, `upper`, `letters`, `alphanumeric`, or 2 to "
                            + LARGEST_ALPHABET + " different characters)",
                    null);
            return Optional.empty();
        }
        return Optional.of(characters);
    }

    @Override
    public FpeSpec with(Named usedKey, String usedDomain) {
        return new FpeSpec(usedKey, usedDomain, alphabet, keepOthers);
    }

    @Override
    public String word() {
        return WORD.word();
    }

    @Override
    public FormTraits traits() {
        return new FormTraits(Left.PART, PipelineStep.KEYED, "encrypted in its own format");
    }

    @Override
    public boolean roomForTwo() {
        return false;
    }

    @Override
    public boolean choosy() {
        return true;
    }

    @Override
    public Form form(Setting setting) {
        return new Fpe(setting.key(key), setting.change(), setting.partner(), ownDomain(), alphabet, keepOthers);
    }
}
