package dev.sluice.policy.transform;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.form.Pseudonym;
import dev.sluice.policy.model.FormTraits;
import dev.sluice.policy.model.FormTraits.Left;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.PipelineStep;
import org.jspecify.annotations.Nullable;

/** A keyed hash, another for each partner. Nothing turns it back. */
public record PseudonymSpec(@Nullable Named key, @Nullable String domain) implements Keyed {

    static final FormWord WORD = Keyed.word("pseudonym", PseudonymSpec::new);

    @Override
    public PseudonymSpec with(Named usedKey, String usedDomain) {
        return new PseudonymSpec(usedKey, usedDomain);
    }

    @Override
    public String word() {
        return WORD.word();
    }

    @Override
    public FormTraits traits() {
        return new FormTraits(Left.PART, PipelineStep.KEYED, "as a pseudonym of this partner");
    }

    @Override
    public boolean reversible() {
        return false;
    }

    @Override
    public boolean roomForTwo() {
        return true;
    }

    @Override
    public boolean readsField() {
        return true;
    }

    @Override
    public Form form(Setting setting) {
        return new Pseudonym(setting.key(key), setting.change(), setting.partner(), ownDomain(), setting.email());
    }
}
