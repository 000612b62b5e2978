package dev.granary.emulator.tsql;

import java.util.Locale;
import java.util.Set;

/** T-SQL's reserved words. */
public final class Keywords {

    private static final Set<String> RESERVED = Set.of("""
            ADD ALL ALTER AND ANY AS ASC AUTHORIZATION BACKUP BEGIN BETWEEN BREAK BROWSE BULK BY CASCADE CASE CHECK CHECKPOINT
            CLOSE CLUSTERED COALESCE COLLATE COLUMN COMMIT COMPUTE CONSTRAINT CONTAINS CONTAINSTABLE CONTINUE CONVERT CREATE CROSS
            CURRENT CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER CURSOR DATABASE DBCC DEALLOCATE DECLARE DEFAULT DELETE
            DENY DESC DISTINCT DISTRIBUTED DOUBLE DROP ELSE END ERRLVL ESCAPE EXCEPT EXEC EXECUTE EXISTS EXIT EXTERNAL FETCH FILE
            FILLFACTOR FOR FOREIGN FREETEXT FREETEXTTABLE FROM FULL FUNCTION GOTO GRANT GROUP HAVING HOLDLOCK IDENTITY
            IDENTITY_INSERT IDENTITYCOL IF IN INDEX INNER INSERT INTERSECT INTO IS JOIN KEY KILL LEFT LIKE LINENO MERGE NATIONAL
            NOCHECK NONCLUSTERED NOT NULL NULLIF OF OFF OFFSETS ON OPEN OPENDATASOURCE OPENQUERY OPENROWSET OPENXML OPTION OR ORDER
            OUTER OVER PERCENT PIVOT PLAN PRIMARY PRINT PROC PROCEDURE PUBLIC RAISERROR READ READTEXT RECONFIGURE REFERENCES
            REPLICATION RESTORE RESTRICT RETURN REVERT REVOKE RIGHT ROLLBACK ROWCOUNT ROWGUIDCOL RULE SAVE SCHEMA SELECT SEMANTICKEYPHRASETABLE
            SESSION_USER SET SETUSER SHUTDOWN SOME STATISTICS SYSTEM_USER TABLE TABLESAMPLE TEXTSIZE THEN TO TOP TRAN TRANSACTION
            TRIGGER TRUNCATE TRY_CONVERT TSEQUAL UNION UNIQUE UNPIVOT UPDATE UPDATETEXT USE USER VALUES VARYING VIEW WAITFOR WHEN
            WHERE WHILE WITH WITHIN WRITETEXT
            """.trim().split("\\s+"));

    private static final Set<String> BEFORE_PARENTHESIS = Set.of(
            "IN",
            "AND",
            "OR",
            "NOT",
            "ON",
            "WHERE",
            "EXISTS",
            "FROM",
            "JOIN",
            "SELECT",
            "AS",
            "BY",
            "HAVING",
            "WHEN",
            "THEN",
            "ELSE",
            "UNION",
            "ALL",
            "EXCEPT",
            "INTERSECT",
            "VALUES",
            "OVER",
            "WITH",
            "OPTION",
            "ANY",
            "SOME",
            "LIKE",
            "BETWEEN",
            "CASE",
            "GROUP",
            "DISTINCT",
            "TOP",
            "IS",
            "INTO",
            "OFFSET",
            "NEXT",
            "FIRST",
            "SET",
            "USER");

    private Keywords() {}

    public static boolean reserved(String word) {
        return RESERVED.contains(word.toUpperCase(Locale.ROOT));
    }

    /** Whether a word that stands before a parenthesis is no function's name. */
    static boolean precedesParenthesis(String upper) {
        return BEFORE_PARENTHESIS.contains(upper);
    }
}
