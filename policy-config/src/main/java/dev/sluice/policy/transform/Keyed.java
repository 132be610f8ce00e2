package dev.sluice.policy.transform;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlScalar;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A form made with a key of the gateway. */
public interface Keyed extends Transform {

    /** What may stand as a domain. */
    Pattern DOMAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** Null for the only key there is. */
    @Nullable Named key();

    /** What kind of value it is: values of different domains never meet. Null for the field's first category. */
    @Nullable String domain();

    /** The same with its defaults filled in. */
    Keyed with(Named key, String domain);

    /** Whether a value has room for what two epochs of its key make, side by side. */
    boolean roomForTwo();

    /** What can be turned back tells more than the pseudonym of the same domain. */
    @Override
    default boolean tellsMoreThan(FormSpec other) {
        String own = domain();
        return other instanceof Keyed keyed
                && !keyed.reversible()
                && reversible()
                && own != null
                && own.equals(keyed.domain());
    }

    /** Unless it says otherwise. */
    @Override
    default boolean reversible() {
        return true;
    }

    @Override
    default boolean tellsApart() {
        return true;
    }

    /** Its domain, once it is filled in. */
    default String ownDomain() {
        String own = domain();
        if (own == null) {
            throw new IllegalStateException("a keyed form without its domain passed the checks at load");
        }
        return own;
    }

    /** A form whose only parameters are its key and domain, and that needs neither. */
    static FormWord word(String word, BiFunction<@Nullable Named, @Nullable String, FormSpec> form) {
        return FormWord.either(
                word,
                form.apply(null, null),
                (value, reading) -> reading.expect()
                        .map(value, "`" + word + "`")
                        .map(map -> {
                            YamlFields fields = reading.fields(map, "keyed-form", "`" + word + "`");
                            FormSpec read = form.apply(key(fields), domain(fields, reading.problems()));
                            fields.rejectOthers();
                            return read;
                        }));
    }

    /** The key that a form names, or null. */
    static @Nullable Named key(YamlFields fields) {
        return fields.text("key")
                .map(scalar -> new Named(scalar.text(), scalar.location()))
                .orElse(null);
    }

    /** The domain that a form names, or null. */
    static @Nullable String domain(YamlFields fields, Problems problems) {
        Optional<YamlScalar> domain = fields.text("domain");
        if (domain.isPresent() && !DOMAIN.matcher(domain.get().text()).matches()) {
            problems.error(
                    "wrong-value",
                    domain.get().location(),
                    "the domain is not usable (expected: up to 64 letters, digits, `.`, `_`, `-`)",
                    null);
        }
        return domain.map(YamlScalar::text).orElse(null);
    }
}
