package dev.sluice.policy.transform;

import dev.sluice.policy.diagnostic.Listing;
import dev.sluice.policy.field.Form;
import dev.sluice.policy.form.AgeBand;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.FormTraits;
import dev.sluice.policy.model.FormTraits.Left;
import dev.sluice.policy.model.PipelineStep;
import dev.sluice.policy.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The age as a range: {@code age_band: [18, 65]}. */
public record AgeBandSpec(List<Integer> bounds) implements Transform {

    static final FormWord WORD = FormWord.with("age_band", AgeBandSpec::read, "`age_band: [18, 25, 65]`");

    private static final int OLDEST = 150;

    public AgeBandSpec {
        bounds = List.copyOf(bounds);
    }

    private static Optional<FormSpec> read(YamlNode value, Reading reading) {
        List<Integer> bounds = new ArrayList<>();
        List<YamlNode> elements = reading.expect().list(value, "`age_band`");
        for (YamlNode element : elements) {
            reading.expect()
                    .integer(element, "a bound of `age_band`", 1, OLDEST)
                    .ifPresent(bounds::add);
        }
        boolean ascending = !bounds.isEmpty();
        for (int i = 1; i < bounds.size(); i++) {
            ascending &= bounds.get(i - 1) < bounds.get(i);
        }
        if (bounds.size() == elements.size() && !ascending) {
            Bounds.notAscending(WORD, value.location(), reading.problems());
        }
        return ascending && bounds.size() == elements.size() ? Optional.of(new AgeBandSpec(bounds)) : Optional.empty();
    }

    @Override
    public String word() {
        return WORD.word();
    }

    @Override
    public FormTraits traits() {
        return new FormTraits(
                Left.PART, PipelineStep.OF_THE_ORIGINAL, "as an age band (from " + Listing.and(bounds) + " years)");
    }

    @Override
    public boolean tellsMoreThan(FormSpec other) {
        return other instanceof AgeBandSpec band && !equals(band) && bounds.containsAll(band.bounds);
    }

    @Override
    public boolean tellsAge() {
        return true;
    }

    @Override
    public Form form(Setting setting) {
        return new AgeBand(bounds);
    }
}
