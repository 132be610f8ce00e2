package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Share;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses {@code derive}: by the name of a member to add, the form in which it tells the customer's birth date. */
final class DeriveParser {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,39}");

    private final Problems problems;
    private final FormParser forms;

    DeriveParser(Problems problems) {
        this.problems = problems;
        this.forms = new FormParser(problems);
    }

    List<Share> parse(YamlFields fields) {
        List<Share> derived = new ArrayList<>();
        for (YamlMap.Entry entry : fields.entries("derive")) {
            if (!NAME.matcher(entry.key()).matches()) {
                problems.error(
                        "invalid-id",
                        entry.location(),
                        "the member `" + entry.key() + "` is not usable (expected: up to 40 letters, digits, `_`, `-`)",
                        null);
            }
            Optional<FormSpec> form = forms.parse(entry.value());
            form.ifPresent(spec -> derived.add(
                    new Share.OfBirthDate(new Named(entry.key(), entry.location()), spec, entry.location())));
            if (form.isPresent() && !form.get().tellsAge()) {
                problems.error(
                        "wrong-value",
                        entry.value().location(),
                        "`" + entry.key() + "` is derived in a form that tells no age (expected: `age_band`)",
                        "write `" + entry.key() + ": { age_band: [18, 35, 65] }`");
            }
        }
        return derived;
    }
}
