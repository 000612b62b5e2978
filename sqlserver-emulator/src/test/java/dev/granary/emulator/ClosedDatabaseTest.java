package dev.granary.emulator;

import static dev.granary.emulator.Answers.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClosedDatabaseTest {

    private static final String COLLATION = "SELECT collation_name FROM sys.databases WHERE name = 'tiny'";

    private EmulatedServer server;

    @BeforeEach
    void start() {
        server = Answers.server();
        server.run("CREATE DATABASE tiny; ALTER DATABASE tiny SET AUTO_CLOSE ON; CREATE DATABASE shop");
        server.autoClose("tiny");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void isListedAsOnlineWithoutACollation() {
        assertThat(ask(server, "master", COLLATION).value()).isNull();
        assertThat(ask(server, "master", "SELECT state_desc FROM sys.databases WHERE name = 'tiny'")
                        .value())
                .isEqualTo("ONLINE");
        assertThat(server.isClosed("tiny")).isTrue();
    }

    @Test
    void isOpenedByTheQuestionWhetherOneMayEnterIt() {
        assertThat(ask(server, "master", "SELECT HAS_DBACCESS('tiny')").value()).isEqualTo(1);
        assertThat(server.isClosed("tiny")).isFalse();
        assertThat(ask(server, "master", COLLATION).value()).isNotNull();
    }

    @Test
    void isNotOpenedByAQuestionThatACaseLeavesOut() {
        assertThat(ask(
                                server,
                                "master",
                                "SELECT CASE WHEN is_auto_close_on = 1 THEN NULL ELSE HAS_DBACCESS(name) END FROM sys.databases"
                                        + " WHERE name IN ('tiny', 'shop') ORDER BY name")
                        .first())
                .containsExactly(1, null);
        assertThat(server.isClosed("tiny")).isTrue();
    }

    @Test
    void isOpenedByEnteringIt() {
        ask(server, "tiny", "SELECT name FROM sys.tables");
        assertThat(server.isClosed("tiny")).isFalse();
    }

    @Test
    void isClosedOnlyWhereAutoCloseIsOn() {
        assertThatThrownBy(() -> server.autoClose("shop")).isInstanceOf(IllegalStateException.class);
    }
}
