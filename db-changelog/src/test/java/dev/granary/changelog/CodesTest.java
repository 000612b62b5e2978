package dev.granary.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.model.Aspect;
import dev.granary.model.ObjectKind;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CodesTest {

    @Test
    void namesEveryKindAndAspectAsTheModelDoes() throws IOException, SQLException {
        try (Store store = Store.migrated();
                Connection owner = store.login(StoreRoles.OWNER, Store.OWNER_PASSWORD)) {
            assertThat(Queries.strings(owner, "SELECT code || ' ' || name FROM granary.object_kind"))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(ObjectKind.values())
                            .map(kind -> kind.code() + " " + kind.jsonName())
                            .toList());
            assertThat(Queries.strings(owner, "SELECT code || ' ' || name || ' ' || structural FROM granary.aspect"))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(Aspect.values())
                            .map(aspect -> aspect.code() + " " + aspect.jsonName() + " " + aspect.structural())
                            .toList());
        }
    }
}
