package dev.granary.emulator.model;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A row of sys.extended_properties; the classes are those of {@link #classDescription}. */
public record ExtendedProperty(
        int onClass,
        int majorId,
        int minorId,
        String name,
        @Nullable Object value) implements Serializable {

    public String classDescription() {
        return switch (onClass) {
            case 0 -> "DATABASE";
            case 1 -> "OBJECT_OR_COLUMN";
            case 2 -> "PARAMETER";
            case 3 -> "SCHEMA";
            case 4 -> "DATABASE_PRINCIPAL";
            case 5 -> "ASSEMBLY";
            case 6 -> "TYPE";
            case 7 -> "INDEX";
            case 8 -> "TYPE_COLUMN";
            case 10 -> "XML_SCHEMA_COLLECTION";
            case 20 -> "DATASPACE";
            case 21 -> "PARTITION_FUNCTION";
            default -> "OTHER";
        };
    }

    Key key() {
        return new Key(onClass, majorId, minorId, name.toLowerCase(Locale.ROOT));
    }

    /** Where a property stands in the order of the catalogue. */
    record Key(int onClass, int majorId, int minorId, String name) implements Comparable<Key>, Serializable {

        private static final Comparator<Key> ORDER = Comparator.comparingInt(Key::onClass)
                .thenComparingInt(Key::majorId)
                .thenComparingInt(Key::minorId)
                .thenComparing(Key::name);

        static Key first(int onClass, int majorId) {
            return new Key(onClass, majorId, Integer.MIN_VALUE, "");
        }

        static Key afterLast(int onClass, int majorId) {
            return new Key(onClass, majorId, Integer.MAX_VALUE, "");
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
