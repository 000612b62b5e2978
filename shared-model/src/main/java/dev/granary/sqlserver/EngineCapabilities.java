package dev.granary.sqlserver;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an engine says it is: its version, such as 16.0.4135.4, and SERVERPROPERTY('EngineEdition').
 *
 * @param babelfishVersion that of Babelfish for PostgreSQL, whose product version is always the same; null on SQL Server
 */
public record EngineCapabilities(
        String productVersion, int engineEdition, @Nullable String babelfishVersion) {
    /** SQL Database, Synapse dedicated, Synapse serverless and Fabric: a connection stays in its database. */
    private static final Set<Integer> WITHOUT_USE = Set.of(5, 6, 11, 12);

    private static final String ASK = """
            SELECT CONVERT(nvarchar(128), SERVERPROPERTY('ProductVersion')) AS product_version,
                   CONVERT(int, SERVERPROPERTY('EngineEdition')) AS engine_edition,
                   CONVERT(nvarchar(128), SERVERPROPERTY('BabelfishVersion')) AS babelfish_version
            """;

    public EngineCapabilities(String productVersion, int engineEdition) {
        this(productVersion, engineEdition, null);
    }

    /** Asks the engine; the driver's own knowledge of the version stands in where the answer is NULL. */
    public static EngineCapabilities of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ASK)) {
            String version = row.next() ? row.getString("product_version") : null;
            int edition = version == null ? 0 : row.getInt("engine_edition");
            return new EngineCapabilities(
                    version == null ? connection.getMetaData().getDatabaseProductVersion() : version,
                    edition,
                    version == null ? null : row.getString("babelfish_version"));
        }
    }

    /** Whether it is another engine that resembles SQL Server, and says so. */
    public boolean isBabelfish() {
        return babelfishVersion != null;
    }

    /** Whether one connection can change its database. */
    public boolean supportsUse() {
        return !WITHOUT_USE.contains(engineEdition);
    }
}
