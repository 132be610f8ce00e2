package dev.sluice.policy.world;

import dev.sluice.policy.compile.AskedConsent;
import dev.sluice.policy.evaluate.ConsentStates.About;
import dev.sluice.policy.model.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What entries of consent can speak of, as far as some questions tell it apart. Entries may be on record beside the
 * document, so a
 * catalog without a place for them leaves nothing out.
 */
final class ConsentTopics {

    /** A channel that no question asks for. */
    private static final String OTHER = "";

    private ConsentTopics() {}

    static List<About> of(List<AskedConsent> asked, String partner) {
        Set<String> purposes = new LinkedHashSet<>();
        Set<@Nullable String> channels = new LinkedHashSet<>(Arrays.asList(null, OTHER));
        for (AskedConsent one : asked) {
            atAndAbove(one.purpose(), purposes);
            Named channel = one.wanted().channel();
            if (channel != null) {
                channels.add(channel.name());
            }
        }
        List<About> topics = new ArrayList<>();
        for (String purpose : purposes) {
            for (String channel : channels) {
                for (boolean byGuardian : new boolean[] {false, true}) {
                    topics.add(new About(purpose, channel, null, byGuardian));
                    topics.add(new About(purpose, channel, partner, byGuardian));
                }
            }
        }
        return topics;
    }

    private static void atAndAbove(String purpose, Set<String> into) {
        into.add(purpose);
        for (int dot = purpose.lastIndexOf('.'); dot > 0; dot = purpose.lastIndexOf('.', dot - 1)) {
            into.add(purpose.substring(0, dot));
        }
    }
}
