package dev.granary.emulator.engine;

import java.util.List;

/** One connection's state above the wire: its login, database, transaction and SET options. Used by one thread at a time but for {@link #cancel}. */
public interface EngineSession extends AutoCloseable {

    /** The current database. */
    String database();

    /**
     * Runs a batch and hands its results over in order, row by row.
     *
     * @param parameters the parameters of an sp_executesql or prepared call, without the leading {@code @} in their names; empty for a plain batch
     * @throws SqlServerError when a statement fails; what was handed over before stays handed over
     */
    void execute(String batch, List<Parameter> parameters, Results results);

    /** Asks the running batch to stop soon; it then ends with error number 0 from {@link SqlServerError#cancelled}. Any thread may call this. */
    void cancel();

    /** Returns to the state after login, as a pooled connection's reset asks. */
    void reset();

    @Override
    void close();
}
