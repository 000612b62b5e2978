package dev.granary.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ChangelogTest {

    @Test
    void migratesAnEmptyDatabaseAndThenHasNothingToDo() throws IOException, SQLException {
        try (Store store = Store.bootstrapped()) {
            Migration first = store.migrate();
            assertThat(first.changeSets()).contains("registry-server", "batch-tables", "quartz-tables", "grants-bi");
            assertThat(first.createdRoles()).containsExactly("granary_harvester", "granary_query", "granary_bi");
            assertThat(first.passwordsSet()).containsExactly("granary_harvester", "granary_query");

            assertThat(store.migrate().changedNothing()).isTrue();
        }
    }
}
