/** The way to PostgreSQL, as the role that may read the catalogue and write none of it. */
@NullMarked
package dev.granary.query.store;

import org.jspecify.annotations.NullMarked;
