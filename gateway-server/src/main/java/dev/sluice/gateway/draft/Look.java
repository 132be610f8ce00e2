package dev.sluice.gateway.draft;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a text looks like, whatever its member is called. */
enum Look {
    EMAIL("[^\\s@]{1,64}@[^\\s@]{1,255}\\.[A-Za-z]{2,63}", "user.contact.email"),
    IP_ADDRESS("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:]*:[0-9a-fA-F:]+", "user.device.ip_address"),
    TIMESTAMP("\\d{4}-\\d\\d-\\d\\d[T ].*", null),
    DATE("\\d{4}-\\d\\d-\\d\\d", null),
    DATE_WITH_DOTS("\\d\\d\\.\\d\\d\\.\\d{4}", null),
    PHONE("\\+\\d[\\d ()./-]{6,20}", "user.contact.phone_number"),
    HASH("[0-9a-f]{64}", "user.unique_id"),
    URL("https?://.*", null),
    DIGITS("\\d{3,}", null),
    IDENTIFIER("[0-9a-fA-F]{8}-[0-9a-fA-F-]{13,27}", "user.unique_id");

    private final Pattern pattern;
    private final @Nullable String category;

    Look(String pattern, @Nullable String category) {
        this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
        this.category = category;
    }

    /** What a text that looks so most likely is, or null if that says nothing. */
    @Nullable String category() {
        return category;
    }

    /** The word for a reader. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    boolean fits(String text) {
        return text.length() <= 400 && pattern.matcher(text).matches();
    }
}
