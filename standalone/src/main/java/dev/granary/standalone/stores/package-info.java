/** The embedded PostgreSQL and Redis, in the data folder: durable, on loopback, and never left behind. */
@NullMarked
package dev.granary.standalone.stores;

import org.jspecify.annotations.NullMarked;
