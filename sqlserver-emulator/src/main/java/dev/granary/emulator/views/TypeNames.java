package dev.granary.emulator.views;

import dev.granary.emulator.model.SystemTypes;
import dev.granary.emulator.model.TypeUse;
import org.jspecify.annotations.Nullable;

/** What INFORMATION_SCHEMA says of a type. */
final class TypeNames {

    private TypeNames() {}

    /** The system type's name, also for an alias of it. */
    static String base(TypeUse use) {
        if (!use.type().userDefined()) {
            return use.type().name().equals("sysname") ? "nvarchar" : use.type().name();
        }
        var base = SystemTypes.byUserTypeId(use.type().systemTypeId());
        return base == null ? use.type().name() : base.name();
    }

    static @Nullable Integer characters(TypeUse use) {
        return switch (use.type().systemTypeId()) {
            case 231, 239 -> use.maxLength() < 0 ? -1 : use.maxLength() / 2;
            case 165, 167, 173, 175 -> use.maxLength();
            case 34, 35 -> Integer.MAX_VALUE;
            case 99 -> Integer.MAX_VALUE / 2;
            case 241 -> -1;
            default -> null;
        };
    }

    static @Nullable Integer octets(TypeUse use) {
        return switch (use.type().systemTypeId()) {
            case 165, 167, 173, 175, 231, 239 -> use.maxLength();
            case 34, 35, 99 -> Integer.MAX_VALUE;
            case 241 -> -1;
            default -> null;
        };
    }

    static @Nullable Integer numericPrecision(TypeUse use) {
        return switch (use.type().systemTypeId()) {
            case 48, 52, 56, 127, 106, 108, 60, 122, 59, 62 -> use.precision();
            default -> null;
        };
    }

    static @Nullable Integer radix(TypeUse use) {
        return switch (use.type().systemTypeId()) {
            case 48, 52, 56, 127, 106, 108, 60, 122 -> 10;
            case 59, 62 -> 2;
            default -> null;
        };
    }

    static @Nullable Integer numericScale(TypeUse use) {
        return switch (use.type().systemTypeId()) {
            case 48, 52, 56, 127, 106, 108, 60, 122 -> use.scale();
            default -> null;
        };
    }

    static @Nullable Integer datetimePrecision(TypeUse use) {
        return switch (use.type().systemTypeId()) {
            case 40, 58 -> 0;
            case 61 -> 3;
            case 41, 42, 43 -> use.scale();
            default -> null;
        };
    }

    static @Nullable String characterSet(TypeUse use) {
        return switch (use.type().systemTypeId()) {
            case 231, 239, 99 -> "UNICODE";
            case 167, 175, 35 -> "iso_1";
            default -> null;
        };
    }
}
