package dev.sluice.gateway.enforce;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The content codings (RFC 9110 section 8.4.1) that a body may have, never more than one of them. */
public enum ContentCoding {
    IDENTITY,
    GZIP,
    /** The zlib format of RFC 1950; the bare deflate that some servers send under this name is refused. */
    DEFLATE;

    /** The coding that these values of Content-Encoding mean, or null if it is none that can be judged. */
    static @Nullable ContentCoding of(List<String> encodings) {
        if (encodings.isEmpty()) {
            return IDENTITY;
        }
        if (encodings.size() > 1) {
            return null;
        }
        String name = encodings.get(0);
        if (name.equalsIgnoreCase("gzip") || name.equalsIgnoreCase("x-gzip")) {
            return GZIP;
        }
        if (name.equalsIgnoreCase("deflate")) {
            return DEFLATE;
        }
        return name.equalsIgnoreCase("identity") ? IDENTITY : null;
    }
}
