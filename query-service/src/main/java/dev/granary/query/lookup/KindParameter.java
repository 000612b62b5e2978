package dev.granary.query.lookup;

import dev.granary.model.ObjectKind;
import dev.granary.query.web.Reason;
import dev.granary.query.web.RefusedException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The query parameter {@code kind}. */
final class KindParameter {

    private KindParameter() {}

    /** Also what lives in no schema. */
    static @Nullable ObjectKind readAny(@Nullable String kind) {
        return kind == null
                ? null
                : ObjectKind.named(kind)
                        .filter(ObjectKind.OF_THE_DATABASE::contains)
                        .orElseGet(() -> read(kind));
    }

    static @Nullable ObjectKind read(@Nullable String kind) {
        return kind == null
                ? null
                : ObjectKind.named(kind)
                        .filter(ObjectKind::inSchema)
                        .orElseThrow(
                                () -> new RefusedException(Reason.INVALID_PARAMETER, "kind must be one of " + known()));
    }

    private static String known() {
        return Arrays.stream(ObjectKind.values())
                .filter(ObjectKind::inSchema)
                .map(ObjectKind::jsonName)
                .collect(Collectors.joining(", "));
    }
}
