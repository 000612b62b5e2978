package dev.granary.harvester.catalog;

import java.util.Set;

/** A function that engines which only resemble SQL Server may lack. */
public enum EngineFunction {
    BINARY_CHECKSUM("SELECT BINARY_CHECKSUM(1, 2) AS answer"),
    CHECKSUM_AGG("SELECT CHECKSUM_AGG(n.number) AS answer FROM (SELECT 1 AS number) AS n"),
    HAS_PERMS_BY_NAME("SELECT HAS_PERMS_BY_NAME(NULL, N'DATABASE', N'CONNECT') AS answer"),
    /** {@code HASHBYTES} over a text of any length, with the result that Granary computes of the same text; before 2016 it takes 8,000 bytes. */
    HASH_OF_TEXT("SELECT CASE WHEN HASHBYTES('SHA2_256', REPLICATE(CAST(N'a' AS nvarchar(max)), 5000))"
            + " = 0x8096B67ABEBCB7A5E377C9EFE910FC2F6CFBAE5E4185663BDE643E87083BE65C THEN 1 END AS answer"),
    /** A batch run in another database by {@code EXEC [database].sys.sp_executesql}; tempdb takes every login. */
    EXECUTE_ELSEWHERE(
            "EXEC [tempdb].sys.sp_executesql N'SELECT 1 AS answer FROM sys.databases AS d WHERE d.name = DB_NAME() AND d.database_id = 2'");

    /** Those that SQL Server has in every version and edition. */
    static final Set<EngineFunction> EVERYWHERE = Set.of(BINARY_CHECKSUM, CHECKSUM_AGG, HAS_PERMS_BY_NAME);

    private final String question;

    EngineFunction(String question) {
        this.question = question;
    }

    /** A statement that gives one row with a number where the engine has the function. */
    String question() {
        return question;
    }
}
