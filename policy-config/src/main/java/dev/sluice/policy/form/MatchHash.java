package dev.sluice.policy.form;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.Scalar;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 by which an ad platform finds a person it already knows, over the spelling that the platform asks for.
 * A value that is
 * such a hash already passes. Without a key: whoever can guess the value can check the guess.
 */
public final class MatchHash implements Form {

    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");
    private static final ThreadLocal<MessageDigest> DIGESTS = ThreadLocal.withInitial(MatchHash::sha256);

    private final MatchProfile profile;
    private final @Nullable MatchIdentifier identifier;

    private MatchHash(MatchProfile profile, @Nullable MatchIdentifier identifier) {
        this.profile = profile;
        this.identifier = identifier;
        if (identifier == MatchIdentifier.PHONE) {
            PhoneNumber.prepare();
        }
    }

    /** By Google's rules. @param identifier what the field holds, or null: then it cannot apply */
    public static MatchHash google(@Nullable MatchIdentifier identifier) {
        return new MatchHash(new GoogleMatch(), identifier);
    }

    /** By Meta's rules. @param identifier what the field holds, or null: then it cannot apply */
    public static MatchHash meta(@Nullable MatchIdentifier identifier) {
        return new MatchHash(new MetaMatch(), identifier);
    }

    /** Whether there are values that it can apply to. */
    public boolean applies() {
        return identifier != null && profile.hashed().contains(identifier);
    }

    /** Whether what it makes of a value rests on the record's country too. */
    public boolean readsCountry() {
        return identifier != null && profile.local().contains(identifier);
    }

    @Override
    public @Nullable Scalar apply(Scalar value, RecordContext context) {
        MatchIdentifier held = identifier;
        if (held == null || !applies() || !value.isString()) {
            return null;
        }
        String text = value.text().strip();
        if (HASH.matcher(text).matches()) {
            return Scalar.string(text.toLowerCase(Locale.ROOT));
        }
        String spelled = profile.spelled(held, text, context);
        if (spelled == null || spelled.isEmpty()) {
            return null;
        }
        byte[] hash = DIGESTS.get().digest(spelled.getBytes(StandardCharsets.UTF_8));
        return Scalar.string(HexFormat.of().formatHex(hash));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    @Override
    public String name() {
        return "match_hash";
    }
}
