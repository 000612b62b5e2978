package dev.granary.sqlserver;

import java.sql.ResultSet;

/** A result whose rows are counted as they are read. */
interface MeteredResults extends ResultSet {

    /** The driver's own. */
    ResultSet raw();
}
