package dev.sluice.policy.compile;

import dev.sluice.policy.evaluate.ConsentQuestion;
import dev.sluice.policy.model.Basis.ConsentRequirement;
import dev.sluice.policy.model.Named;
import org.jspecify.annotations.Nullable;

/**
 * A consent that a gate asks for.
 *
 * @param wanted what it must be like
 */
public record AskedConsent(String purpose, ConsentRequirement wanted, ConsentQuestion question) {

    /** What it asks, as a clause that may follow <i>agreed to</i>. Equal only for the same question. */
    public String words() {
        Named channel = wanted.channel();
        StringBuilder words = new StringBuilder(topic(purpose, channel == null ? null : channel.name()));
        if (wanted.doubleOptIn()) {
            words.append(" and confirmed it");
        }
        if (!wanted.wordings().isEmpty()) {
            words.append(" under ")
                    .append(wanted.wordings().stream().map(Named::name).sorted().toList());
        }
        if (wanted.maxAge() != null) {
            words.append(" within ").append(wanted.maxAge());
        }
        words.append(wanted.namesPartner() ? " for this partner by name" : "");
        words.append(wanted.byGuardian() ? " through a guardian" : "");
        return words.toString();
    }

    /** What a consent is about, as a clause that may follow <i>agreed to</i>. @param channel null for all */
    public static String topic(String purpose, @Nullable String channel) {
        return "`" + purpose + "`" + (channel == null ? "" : " by " + channel);
    }
}
