package dev.sluice.gateway.enforce;

import dev.sluice.gateway.failure.BodyFault;
import dev.sluice.gateway.json.Framing;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a body is to be read, as its head declares it. Anything that is not declared as JSON in UTF-8 is not read at
 * all.
 */
public sealed interface BodyPlan {

    /**
     * The body is filtered.
     *
     * @param mediaType type and subtype in lower case, without parameters
     */
    record Filter(String mediaType, Framing framing, ContentCoding coding) implements BodyPlan {

        /** Whether the body says by itself where it ends, so that a lost rest is noticed without the help of HTTP. */
        public boolean selfDelimiting() {
            return framing == Framing.DOCUMENT || coding != ContentCoding.IDENTITY;
        }
    }

    /** The body is refused. */
    record Refuse(BodyFault fault) implements BodyPlan {}

    /**
     * @param contentType the field's value, or null if there is none or more than one
     * @param encodings the content codings in order
     */
    static BodyPlan of(@Nullable String contentType, List<String> encodings) {
        if (contentType == null) {
            return new Refuse(BodyFault.MEDIA_TYPE);
        }
        String[] parts = contentType.split(";", -1);
        String mediaType = parts[0].strip().toLowerCase(Locale.ROOT);
        Framing framing = framing(mediaType);
        if (framing == null) {
            return new Refuse(BodyFault.MEDIA_TYPE);
        }
        for (int k = 1; k < parts.length; k++) {
            if (!acceptable(parts[k].strip().toLowerCase(Locale.ROOT))) {
                return new Refuse(BodyFault.CHARSET);
            }
        }
        ContentCoding coding = ContentCoding.of(encodings);
        return coding == null ? new Refuse(BodyFault.CODING) : new Filter(mediaType, framing, coding);
    }

    private static @Nullable Framing framing(String mediaType) {
        if (mediaType.equals("application/json")) {
            return Framing.DOCUMENT;
        }
        if (mediaType.equals("application/x-ndjson") || mediaType.equals("application/jsonl")) {
            return Framing.LINES;
        }
        boolean suffixed =
                mediaType.endsWith("+json") && mediaType.matches("application/[a-z0-9][a-z0-9!#$&^_.+-]{0,80}");
        return suffixed ? Framing.DOCUMENT : null;
    }

    private static boolean acceptable(String parameter) {
        if (!parameter.startsWith("charset")) {
            return true;
        }
        return parameter.equals("charset=utf-8") || parameter.equals("charset=\"utf-8\"");
    }
}
