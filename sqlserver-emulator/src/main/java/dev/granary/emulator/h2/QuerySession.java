package dev.granary.emulator.h2;

import dev.granary.emulator.engine.ResultColumn;
import dev.granary.emulator.engine.Results;
import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.engine.SqlType;
import dev.granary.emulator.tsql.Recent;
import dev.granary.emulator.tsql.Rewritten;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.command.Command;
import org.h2.command.query.Query;
import org.h2.engine.SessionLocal;
import org.h2.expression.Expression;
import org.h2.expression.ExpressionColumn;
import org.h2.expression.ValueExpression;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.h2.result.ResultInterface;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** Runs rewritten statements for one connection and hands rows over as they come, never all at once. */
public final class QuerySession implements AutoCloseable {

    private static final int KEPT_PLANS = 128;

    private final QueryEngine engine;
    private final JdbcConnection connection;
    private final SessionLocal session;
    private final Recent<String, Command> plans = new Recent<>(KEPT_PLANS);

    QuerySession(QueryEngine engine, JdbcConnection connection) {
        this.engine = engine;
        this.connection = connection;
        this.session = (SessionLocal) connection.getSession();
        session.setLazyQueryExecution(true);
    }

    /** Runs a query and returns the number of rows handed over. */
    public long query(
            Looker looker,
            Rewritten query,
            List<@Nullable Object> parameters,
            Results results,
            AtomicBoolean cancelled) {
        return ScopedValue.where(Looker.CURRENT, looker).call(() -> {
            try {
                var command = query.lasting() ? planned(query.sql()) : prepare(query.sql(), parameters);
                try (var rows = command.executeQuery(0, 0, false)) {
                    var columns = columns(rows);
                    results.columns(columns);
                    return stream(rows, columns, results, cancelled);
                } finally {
                    command.close();
                }
            } catch (DbException e) {
                throw H2Errors.translate(e.getSQLException());
            } catch (RuntimeException e) {
                if (e.getCause() instanceof SQLException cause && !(e instanceof SqlServerError)) {
                    throw H2Errors.translate(cause);
                }
                throw e;
            }
        });
    }

    /** Runs a query to see its result's columns only. */
    public List<Described> describe(Looker looker, String sql, List<@Nullable Object> parameters) {
        return ScopedValue.where(Looker.CURRENT, looker).call(() -> {
            try {
                var command = prepare(sql, parameters);
                try (var rows = command.getMetaData()) {
                    return described(columns(rows), sql);
                } finally {
                    command.close();
                }
            } catch (DbException e) {
                throw H2Errors.translate(e.getSQLException());
            }
        });
    }

    private List<Described> described(List<ResultColumn> columns, String sql) {
        var expressions = session.prepare(sql) instanceof Query query ? query.getExpressions() : List.<Expression>of();
        var all = new ArrayList<Described>();
        for (int i = 0; i < columns.size(); i++) {
            var from = i < expressions.size() ? expressions.get(i).getNonAliasExpression() : null;
            if (from instanceof ExpressionColumn c && c.getTableFilter() != null) {
                var column = c.getColumn();
                var table = column.getTable();
                var origin = engine.origin(table.getSchema().getName(), table.getName(), column.getName());
                boolean outer =
                        c.getTableFilter().isJoinOuter() || c.getTableFilter().isJoinOuterIndirect();
                all.add(new Described(columns.get(i), origin, origin == null || origin.nullable() || outer));
            } else {
                boolean literal =
                        from instanceof ValueExpression v && v.getValue(session).getValueType() != Value.NULL;
                all.add(new Described(columns.get(i), null, !literal));
            }
        }
        return all;
    }

    /** Runs a change and returns the number of rows it changed. */
    public long update(Looker looker, String sql, List<@Nullable Object> parameters) {
        return ScopedValue.where(Looker.CURRENT, looker).call(() -> {
            try {
                var command = prepare(sql, parameters);
                try {
                    return command.executeUpdate(null).getUpdateCount();
                } finally {
                    command.close();
                }
            } catch (DbException e) {
                throw H2Errors.translate(e.getSQLException());
            }
        });
    }

    /** A plan kept from the last time, unless it is at work or H2 says that it is out of date. */
    private Command planned(String sql) {
        var known = plans.find(sql);
        if (known != null && known.canReuse()) {
            known.reuse();
            return known;
        }
        var command = session.prepareLocal(sql);
        plans.keep(sql, command);
        return command;
    }

    private Command prepare(String sql, List<@Nullable Object> values) {
        var command = session.prepareLocal(sql);
        var parameters = command.getParameters();
        for (int i = 0; i < parameters.size(); i++) {
            parameters.get(i).setValue(Values.of(values.get(i)), false);
        }
        return command;
    }

    private static long stream(
            ResultInterface rows, List<ResultColumn> columns, Results results, AtomicBoolean cancelled) {
        var types = columns.stream().map(ResultColumn::type).toArray(SqlType[]::new);
        long count = 0;
        while (rows.next()) {
            if (cancelled.get()) {
                throw SqlServerError.cancelled();
            }
            var row = rows.currentRow();
            var values = new @Nullable Object[types.length];
            for (int i = 0; i < types.length; i++) {
                values[i] = Values.java(row[i], types[i]);
            }
            results.row(values);
            count++;
        }
        return count;
    }

    private List<ResultColumn> columns(ResultInterface rows) {
        var columns = new ArrayList<ResultColumn>();
        for (int i = 0; i < rows.getVisibleColumnCount(); i++) {
            columns.add(column(rows, i));
        }
        return columns;
    }

    private ResultColumn column(ResultInterface rows, int i) {
        var table = engine.find(rows.getSchemaName(i), rows.getTableName(i));
        var origin = rows.getColumnName(i);
        if (table != null && origin != null) {
            for (var c : table.view().columns()) {
                if (c.name().equals(origin)) {
                    return ResultTypes.ofColumn(rows.getAlias(i), c);
                }
            }
        }
        return ResultTypes.ofExpression(rows.getAlias(i), rows.getColumnType(i));
    }

    /** Commits or rolls back the rows changed in user tables. */
    public void end(boolean commit) {
        if (commit) {
            session.commit(false);
        } else {
            session.rollback();
        }
    }

    public void autoCommit(boolean on) {
        session.setAutoCommit(on);
    }

    @Override
    public void close() {
        if (!session.isClosed()) {
            session.rollback();
            session.setAutoCommit(true);
            if (engine.keep(this)) {
                return;
            }
        }
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("H2 did not close a session", e);
        }
    }
}
