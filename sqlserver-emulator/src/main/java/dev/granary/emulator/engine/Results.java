package dev.granary.emulator.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a running batch puts what it produces. A call may block while the client is slow to read. */
public interface Results {

    /** A result set begins. */
    void columns(List<ResultColumn> columns);

    /** A row of the result set that began last; each value in the Java class its column's {@link SqlType} names. */
    void row(@Nullable Object[] values);

    /** A statement ended: {@code rows} were returned or changed, or -1 where SQL Server reports no count. */
    void done(StatementKind kind, long rows);

    /** The session moved to another database. */
    void databaseChanged(String before, String after);

    /** An informational message (severity 10 or less). */
    void message(int number, int severity, String text);
}
