package dev.granary.content;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes records, maps, lists, strings, booleans and whole numbers as the JSON of RFC 8785: one spelling for one value. A record's component at
 * its default (null, false, 0, an empty list) is left out. An unpaired surrogate, which the RFC refuses and SQL Server allows, is written as
 * its escape. Fractions are refused: what needs them is text.
 *
 * <p>An instance reuses its buffer: one thread at a time.
 */
public final class CanonicalJson {

    private static final ClassValue<Property[]> PROPERTIES = new ClassValue<>() {
        @Override
        protected Property[] computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(Property::of)
                    .sorted(Comparator.comparing(Property::name))
                    .toArray(Property[]::new);
        }
    };

    private final Utf8Buffer out = new Utf8Buffer();
    private final MessageDigest sha256 = Utf8Buffer.sha256();

    /** Writes the value; {@link #hash}, {@link #bytes} and {@link #text} then speak of it until the next call. */
    public CanonicalJson write(Object value) {
        out.clear();
        append(value);
        return this;
    }

    public ContentHash hash() {
        return out.hash(sha256);
    }

    public byte[] bytes() {
        return out.toBytes();
    }

    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    private void append(@Nullable Object value) {
        switch (value) {
            case null -> out.ascii("null");
            case String s -> string(s);
            case Boolean b -> out.ascii(b.toString());
            case Integer i -> out.ascii(i.toString());
            case Long l -> out.ascii(whole(l));
            case List<?> list -> list(list);
            case Map<?, ?> map -> map(map);
            case Record r -> record(r);
            default -> throw new IllegalArgumentException("No canonical JSON for " + value.getClass());
        }
    }

    /** RFC 8785 writes numbers as IEEE doubles: beyond 2^53 they would lose digits. */
    private static String whole(long value) {
        if (Math.abs(value) > 1L << 53) {
            throw new IllegalArgumentException("%d needs to be text in canonical JSON".formatted(value));
        }
        return Long.toString(value);
    }

    private void list(List<?> list) {
        out.ascii('[');
        var first = true;
        for (var item : list) {
            first = comma(first);
            append(item);
        }
        out.ascii(']');
    }

    private void map(Map<?, ?> map) {
        var sorted = new TreeMap<String, @Nullable Object>();
        map.forEach((key, value) -> sorted.put((String) key, value));
        out.ascii('{');
        var first = true;
        for (var entry : sorted.entrySet()) {
            first = comma(first);
            string(entry.getKey());
            out.ascii(':');
            append(entry.getValue());
        }
        out.ascii('}');
    }

    private void record(Record value) {
        out.ascii('{');
        var first = true;
        for (var property : PROPERTIES.get(value.getClass())) {
            var v = property.of(value);
            if (!isDefault(v)) {
                first = comma(first);
                string(property.name());
                out.ascii(':');
                append(v);
            }
        }
        out.ascii('}');
    }

    private static boolean isDefault(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case Boolean b -> !b;
            case Integer i -> i == 0;
            case Long l -> l == 0;
            case List<?> list -> list.isEmpty();
            default -> false;
        };
    }

    private boolean comma(boolean first) {
        if (!first) {
            out.ascii(',');
        }
        return false;
    }

    private void string(String text) {
        out.ascii('"');
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                ascii(c);
            } else if (!Character.isSurrogate(c)) {
                out.codePoint(c);
            } else if (StoredText.isUnpairedSurrogate(text, i)) {
                unicodeEscape(c);
            } else {
                out.codePoint(Character.toCodePoint(c, text.charAt(++i)));
            }
        }
        out.ascii('"');
    }

    private void ascii(char c) {
        switch (c) {
            case '"' -> out.ascii("\\\"");
            case '\\' -> out.ascii("\\\\");
            case '\b' -> out.ascii("\\b");
            case '\t' -> out.ascii("\\t");
            case '\n' -> out.ascii("\\n");
            case '\f' -> out.ascii("\\f");
            case '\r' -> out.ascii("\\r");
            default -> {
                if (c < 0x20) {
                    unicodeEscape(c);
                } else {
                    out.ascii(c);
                }
            }
        }
    }

    private void unicodeEscape(char c) {
        out.ascii("\\u%04x".formatted((int) c));
    }

    private record Property(String name, MethodHandle accessor) {

        private static final MethodType GENERIC = MethodType.methodType(Object.class, Object.class);

        static Property of(RecordComponent component) {
            try {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                return new Property(
                        component.getName(),
                        MethodHandles.lookup().unreflect(accessor).asType(GENERIC));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("Not readable: " + component, e);
            }
        }

        @Nullable
        Object of(Record value) {
            try {
                return accessor.invokeExact((Object) value);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException("A record's accessor failed", e);
            }
        }
    }
}
