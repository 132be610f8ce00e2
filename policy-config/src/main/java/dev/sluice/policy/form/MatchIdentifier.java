package dev.sluice.policy.form;

import dev.sluice.policy.vocabulary.Categories;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What ad platforms match people by, each with the category that holds it. */
public enum MatchIdentifier {
    EMAIL("user.contact.email"),
    PHONE("user.contact.phone_number"),
    FIRST_NAME("user.name.first"),
    LAST_NAME("user.name.last"),
    STREET("user.contact.address.street"),
    CITY("user.contact.address.city"),
    STATE("user.contact.address.state"),
    POSTAL_CODE("user.contact.address.postal_code"),
    COUNTRY("user.contact.address.country"),
    BIRTH_DATE("user.demographic.date_of_birth"),
    GENDER("user.demographic.gender");

    private final String category;

    MatchIdentifier(String category) {
        this.category = category;
    }

    public String category() {
        return category;
    }

    /** The one identifier that a field of these categories holds, or null if it holds none or several. */
    public static @Nullable MatchIdentifier of(Categories vocabulary, List<String> categories) {
        Set<MatchIdentifier> found = EnumSet.noneOf(MatchIdentifier.class);
        for (MatchIdentifier identifier : values()) {
            if (categories.stream().anyMatch(category -> vocabulary.covers(identifier.category, category))) {
                found.add(identifier);
            }
        }
        return found.size() == 1 ? found.iterator().next() : null;
    }
}
