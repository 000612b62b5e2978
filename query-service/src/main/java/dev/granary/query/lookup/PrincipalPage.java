package dev.granary.query.lookup;

import dev.granary.query.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of principals; unless {@code status} is complete, they could not be read (for the {@code reason} given), and none listed says nothing. */
record PrincipalPage(
        List<PrincipalView> items,
        @Nullable String next,
        String status,
        @Nullable String reason) {

    PrincipalPage {
        items = List.copyOf(items);
    }

    static PrincipalPage of(Page<PrincipalView> page, Principals.Reading reading) {
        return new PrincipalPage(page.items(), page.next(), reading.status(), reading.reason());
    }
}
