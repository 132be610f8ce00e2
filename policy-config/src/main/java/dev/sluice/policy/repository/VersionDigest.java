package dev.sluice.policy.repository;

import dev.sluice.policy.decision.PolicyVersion;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.Bundle;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells bundles apart: by their files, and by what they mean. The meaning is a digest over the model, component by
 * component, with
 * places left out; so comments, the order of files and keys, and quotes do not change it.
 */
final class VersionDigest {

    private VersionDigest() {}

    /** Hex SHA-256 over names and bytes. */
    static String sources(SortedMap<String, byte[]> files) {
        MessageDigest sources = sha256();
        files.forEach((name, bytes) -> {
            chunk(sources, name.getBytes(StandardCharsets.UTF_8));
            chunk(sources, bytes);
        });
        return HexFormat.of().formatHex(sources.digest());
    }

    static PolicyVersion of(BundleSnapshot snapshot, Bundle model) {
        StringBuilder canonical = new StringBuilder();
        append(canonical, model.withoutTests());
        byte[] meaning = sha256().digest(canonical.toString().getBytes(StandardCharsets.UTF_8));
        return new PolicyVersion(snapshot.digest(), HexFormat.of().formatHex(meaning));
    }

    /** A length before each chunk keeps the border between a name and its bytes. */
    private static void chunk(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static void append(StringBuilder out, @Nullable Object value) {
        if (value == null) {
            out.append('~');
        } else if (value instanceof Record part) {
            appendRecord(out, part);
        } else if (value instanceof List<?> list) {
            out.append('[');
            list.forEach(element -> append(out, element));
            out.append(']');
        } else if (value instanceof Map<?, ?> map) {
            out.append('{');
            new TreeMap<>(map).forEach((key, element) -> {
                append(out, key);
                append(out, element);
            });
            out.append('}');
        } else {
            String text = value instanceof Enum<?> word ? word.name() : value.toString();
            out.append(text.length()).append(':').append(text);
        }
    }

    private static void appendRecord(StringBuilder out, Record part) {
        out.append('(').append(part.getClass().getSimpleName());
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            if (component.getType() != SourceLocation.class) {
                out.append(' ').append(component.getName()).append('=');
                append(out, read(component, part));
            }
        }
        out.append(')');
    }

    private static @Nullable Object read(RecordComponent component, Record part) {
        try {
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record of the model cannot be read: " + part.getClass(), e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
