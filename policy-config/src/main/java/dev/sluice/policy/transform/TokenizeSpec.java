package dev.sluice.policy.transform;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.form.Tokenize;
import dev.sluice.policy.model.FormTraits;
import dev.sluice.policy.model.FormTraits.Left;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.PipelineStep;
import org.jspecify.annotations.Nullable;

/** A token that the gateway alone can turn back. */
public record TokenizeSpec(@Nullable Named key, @Nullable String domain) implements Keyed {

    static final FormWord WORD = Keyed.word("tokenize", TokenizeSpec::new);

    @Override
    public TokenizeSpec with(Named usedKey, String usedDomain) {
        return new TokenizeSpec(usedKey, usedDomain);
    }

    @Override
    public String word() {
        return WORD.word();
    }

    @Override
    public FormTraits traits() {
        return new FormTraits(Left.PART, PipelineStep.KEYED, "as a token of this partner");
    }

    @Override
    public boolean roomForTwo() {
        return true;
    }

    @Override
    public Form form(Setting setting) {
        return new Tokenize(setting.key(key), setting.change(), setting.partner(), ownDomain());
    }
}
