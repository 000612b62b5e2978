/**
 * SQL Server at the other end of the wire: connections by the Microsoft driver, what the engine can do, what its errors
 * mean and who must act on them, and how names are quoted.
 */
@NullMarked
package dev.granary.sqlserver;

import org.jspecify.annotations.NullMarked;
