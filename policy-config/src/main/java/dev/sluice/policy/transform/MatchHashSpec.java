package dev.sluice.policy.transform;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.form.MatchHash;
import dev.sluice.policy.form.MatchIdentifier;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.FormTraits;
import dev.sluice.policy.model.FormTraits.Left;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.PipelineStep;
import dev.sluice.policy.model.PipelineStep.Value;
import dev.sluice.policy.vocabulary.Categories;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The hash by which an ad platform finds people: {@code match_hash: { profile: google }}. */
public record MatchHashSpec(Profile profile) implements Transform {

    static final FormWord WORD = FormWord.with("match_hash", MatchHashSpec::read, "`match_hash: { profile: google }`");

    /** Whose rules make a value comparable before it is hashed. */
    public enum Profile {
        GOOGLE,
        META
    }

    private static Optional<FormSpec> read(YamlNode value, Reading reading) {
        return reading.expect().map(value, "`match_hash`").flatMap(map -> {
            YamlFields fields = reading.fields(map, "match-hash");
            Optional<FormSpec> form = fields.requiredText("profile")
                    .flatMap(text -> reading.oneOf(text, "`profile`", List.of("google", "meta")))
                    .map(word -> new MatchHashSpec(Profile.valueOf(word.toUpperCase(Locale.ROOT))));
            fields.rejectOthers();
            return form;
        });
    }

    @Override
    public String word() {
        return WORD.word();
    }

    @Override
    public FormTraits traits() {
        return new FormTraits(
                Left.GUESSABLE,
                PipelineStep.of(Value.ORIGINAL, Value.OPAQUE),
                "as a hash that " + (profile == Profile.GOOGLE ? "Google" : "Meta") + " can match");
    }

    @Override
    public boolean tellsApart() {
        return true;
    }

    @Override
    public boolean matched() {
        return true;
    }

    @Override
    public MatchHash form(Setting setting) {
        return of(setting.identifier());
    }

    private MatchHash of(@Nullable MatchIdentifier identifier) {
        return profile == Profile.GOOGLE ? MatchHash.google(identifier) : MatchHash.meta(identifier);
    }

    @Override
    public boolean readsField() {
        return true;
    }

    @Override
    public boolean readsCountry() {
        return true;
    }

    @Override
    public boolean readsCountry(Setting setting) {
        return form(setting).readsCountry();
    }

    /** It stands on something that its platform takes hashed; on all else it would withhold every value. */
    @Override
    public void checkCategory(Named category, Categories categories, Problems problems) {
        List<String> hashed = Arrays.stream(MatchIdentifier.values())
                .filter(identifier -> of(identifier).applies())
                .map(MatchIdentifier::category)
                .toList();
        boolean defined = hashed.stream()
                .anyMatch(one -> categories.covers(one, category.name()) || categories.covers(category.name(), one));
        if (!defined) {
            problems.error(
                    "match-hash-undefined",
                    category.location(),
                    "the profile `" + profile.name().toLowerCase(Locale.ROOT) + "` hashes no `" + category + "`",
                    "it hashes `" + String.join("`, `", hashed) + "`");
        }
    }
}
