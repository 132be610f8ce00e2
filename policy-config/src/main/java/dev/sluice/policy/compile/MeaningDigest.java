package dev.sluice.policy.compile;

import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.Bundle;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The digest of what a bundle means: places and comments left out, catalogs, partners and policies in the order of their ids, so
 * that neither a comment nor a moved file changes it.
 */
final class MeaningDigest {

    private MeaningDigest() {}

    /** Hex SHA-256. */
    static String of(Bundle bundle) {
        List<String> parts = new ArrayList<>();
        bundle.catalogs().forEach(one -> parts.add("catalog " + text(one)));
        bundle.partners().forEach(one -> parts.add("partner " + text(one)));
        bundle.policies().forEach(one -> parts.add("policy " + text(one)));
        parts.sort(null);
        try {
            byte[] bytes = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Record record) {
            return text(record);
        }
        if (value instanceof Collection<?> list) {
            StringBuilder text = new StringBuilder("[");
            list.forEach(one -> text.append(text(one)).append(','));
            return text.append(']').toString();
        }
        if (value instanceof Map<?, ?> map) {
            TreeMap<String, String> sorted = new TreeMap<>();
            map.forEach((key, one) -> sorted.put(text(key), text(one)));
            return sorted.toString();
        }
        return value instanceof String string ? string.length() + ":" + string : String.valueOf(value);
    }

    private static String text(Record record) {
        StringBuilder text = new StringBuilder(record.getClass().getSimpleName()).append('(');
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (!component.getType().equals(SourceLocation.class)) {
                text.append(text(read(record, component))).append(';');
            }
        }
        return text.append(')').toString();
    }

    private static @Nullable Object read(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the model cannot be read", e);
        }
    }
}
