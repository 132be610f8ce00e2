package dev.sluice.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.transform.MatchHashSpec.Profile;
import dev.sluice.policy.vocabulary.Categories;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The oracle's own match hash, by the value that the platforms publish. */
class DirectMatchTest {

    @Test
    void hashesAnAddressAsThePlatformsPublishIt() {
        for (Profile profile : Profile.values()) {
            DirectMatch match = new DirectMatch(profile, Categories.shipped(), "DE", Bundles.NOW);

            assertThat(match.of(" Person@Example.com ", List.of("user.contact.email")))
                    .isEqualTo("542d240129883c019e106e3b1b2d3f3cb3537c43c425364de8e951d5a3083345");
        }
    }
}
