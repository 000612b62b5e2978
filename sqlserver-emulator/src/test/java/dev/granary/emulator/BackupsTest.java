package dev.granary.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database taken back to what it was. */
class BackupsTest {

    private static final String STATE = """
            SELECT o.object_id, o.name, o.create_date, o.modify_date, c.name FROM sys.objects o
              LEFT JOIN sys.columns c ON c.object_id = o.object_id ORDER BY o.object_id, c.column_id""";

    private Driven server;

    @BeforeEach
    void start() throws SQLException {
        server = Driven.over(Answers.server());
        server.run("""
                CREATE DATABASE shop; USE shop;
                CREATE TYPE dbo.Code FROM varchar(10);
                CREATE TABLE dbo.A (Id int NOT NULL PRIMARY KEY, K dbo.Code, Parent int REFERENCES dbo.A (Id) DEFAULT 0);
                CREATE USER reader WITHOUT LOGIN; GRANT SELECT ON dbo.A TO reader""");
    }

    @AfterEach
    void stop() throws SQLException {
        server.close();
    }

    @Test
    void givesEveryIdAndDateBack() throws SQLException {
        var before = server.rows(STATE);
        var backup = server.engine.backup("shop");
        server.run(
                "ALTER TABLE dbo.A ADD More int; DROP USER reader; CREATE TABLE dbo.B (Id int); EXEC sp_rename 'dbo.A', 'Z'");
        assertThat(server.rows(STATE)).isNotEqualTo(before);
        server.engine.restore("shop", backup);
        assertThat(server.rows(STATE)).isEqualTo(before);
        assertThat(server.rows("SELECT permission_name FROM sys.database_permissions WHERE class = 1"))
                .containsExactly("SELECT");
        server.run("ALTER TABLE dbo.A ADD Again int");
        server.engine.restore("shop", backup);
        assertThat(server.rows(STATE)).as("a backup serves more than once").isEqualTo(before);
    }

    @Test
    void isMadeAndReadByStatementsToo() throws SQLException {
        var before = server.rows(STATE);
        server.run("""
                BACKUP DATABASE shop TO DISK = 'shop.bak' WITH INIT; DROP TABLE dbo.A; USE master;
                RESTORE DATABASE shop FROM DISK = 'shop.bak' WITH REPLACE; RESTORE DATABASE copy FROM DISK = 'shop.bak'; USE shop""");
        assertThat(server.rows(STATE)).isEqualTo(before);
        server.run("USE copy");
        assertThat(server.rows(STATE)).isEqualTo(before);
    }
}
