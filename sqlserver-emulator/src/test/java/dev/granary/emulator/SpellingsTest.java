package dev.granary.emulator;

import static dev.granary.emulator.Answers.ask;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpellingsTest {

    private EmulatedServer server;

    @BeforeEach
    void start() {
        server = Answers.server();
        server.run("CREATE DATABASE erp; CREATE DATABASE shop COLLATE Latin1_General_CS_AS");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void takesANumberFromASequenceWithAndWithoutParentheses() {
        run("""
                CREATE SEQUENCE dbo.[q];
                CREATE TABLE dbo.t (a bigint DEFAULT NEXT VALUE FOR [dbo].[q] PRIMARY KEY, b int DEFAULT (next value for dbo.q), c int);
                ALTER TABLE dbo.t ADD CONSTRAINT d DEFAULT NEXT VALUE FOR dbo.q FOR c""");
        assertThat(ask(server, "erp", "SELECT definition FROM sys.default_constraints")
                        .first())
                .hasSize(3)
                .containsOnly("(NEXT VALUE FOR [dbo].[q])");
    }

    @Test
    void knowsADatePartFromAColumn() {
        run("""
                CREATE TABLE dbo.t ([day] date, [year] AS (CONVERT([smallint],datepart(year,[day]))) PERSISTED NOT NULL,
                    m AS MONTH([day]), later AS DATEADD(dd, 1, [day]), days AS DATEDIFF(day, [day], '2020-01-01'), n AS DATENAME(dw, [day]))""");
        assertThat(ask(server, "erp", """
                SELECT c.definition, t.name, c.is_nullable FROM sys.computed_columns c
                  JOIN sys.types t ON t.user_type_id = c.user_type_id ORDER BY c.column_id""").rows)
                .containsExactly(
                        List.of("(CONVERT([smallint],datepart(year,[day])))", "smallint", false),
                        List.of("(datepart(month,[day]))", "int", true),
                        List.of("(dateadd(day,(1),[day]))", "date", true),
                        List.of("(datediff(day,[day],'2020-01-01'))", "int", true),
                        List.of("(datename(weekday,[day]))", "nvarchar", true));
    }

    @Test
    void readsTypesAsTheStandardSpellsThem() {
        run("""
                CREATE TABLE dbo.t (a national character varying(15), b character varying(3), c national char(2), d double precision,
                    e char varying(4), f binary varying(5), g dec(9), h integer, i rowversion, j national text, k character(2), l nchar varying(6))""");
        assertThat(ask(server, "erp", """
                SELECT t.name + ' ' + CAST(c.max_length AS varchar(9)) FROM sys.columns c
                  JOIN sys.types t ON t.user_type_id = c.user_type_id WHERE c.object_id = OBJECT_ID('dbo.t')
                 ORDER BY c.column_id""").first())
                .containsExactly(
                        "nvarchar 30",
                        "varchar 3",
                        "nchar 4",
                        "float 8",
                        "varchar 4",
                        "varbinary 5",
                        "decimal 5",
                        "int 4",
                        "timestamp 8",
                        "ntext 16",
                        "char 2",
                        "nvarchar 12");
    }

    @Test
    void numbersXmlAndSpatialIndexesApart() {
        run("""
                CREATE TABLE dbo.t (id int PRIMARY KEY, x xml, p geography);
                CREATE PRIMARY XML INDEX px ON dbo.t(x);
                CREATE XML INDEX sx ON dbo.t(x) USING XML INDEX px FOR PATH;
                CREATE SPATIAL INDEX sp ON dbo.t(p) USING GEOGRAPHY_AUTO_GRID WITH (CELLS_PER_OBJECT = 12);
                CREATE INDEX plain ON dbo.t(id)""");
        assertThat(ask(server, "erp", """
                SELECT i.name, i.index_id, i.type_desc, c.key_ordinal FROM sys.indexes i
                  JOIN sys.index_columns c ON c.object_id = i.object_id AND c.index_id = i.index_id
                 WHERE i.object_id = OBJECT_ID('dbo.t') AND i.is_primary_key = 0 ORDER BY i.index_id""").rows.toString())
                .isEqualTo("[[plain, 2, NONCLUSTERED, 1], [px, 256000, XML, 0], [sx, 256001, XML, 0],"
                        + " [sp, 384000, SPATIAL, 0]]");
        assertThat(ask(
                                server,
                                "erp",
                                "SELECT tessellation_scheme, level_1_grid, level_1_grid_desc, cells_per_object FROM sys.spatial_index_tessellations")
                        .rows
                        .toString())
                .isEqualTo("[[GEOGRAPHY_AUTO_GRID, null, null, 12]]");
    }

    @Test
    void tellsColumnsApartByCaseWhereTheCollationDoes() {
        server.run("USE shop; CREATE TABLE dbo.t (Price decimal(10,2), price decimal(4,1), Same AS (price))");
        assertThat(ask(server, "shop", "SELECT precision FROM sys.computed_columns")
                        .value())
                .isEqualTo((short) 4);
    }

    @Test
    void keepsAnExpressionThatIsInNormalFormAlready() {
        var normal = "([a]*((1)+[b]) AND case when [a]>(0) then (-1) else [b] end)";
        run("CREATE TABLE dbo.t (a int, b int, CHECK " + normal + ")");
        assertThat(ask(server, "erp", "SELECT definition FROM sys.check_constraints")
                        .value())
                .isEqualTo(normal);
    }

    private void run(String script) {
        server.run("USE erp\nGO\n" + script);
    }
}
