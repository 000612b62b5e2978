/**
 * The store's schema and roles: the Liquibase changelog, one SQL file per room of tables, and the one-shot program that
 * applies it. It is the only place that creates anything in PostgreSQL; it knows nothing of what the tables hold.
 */
@NullMarked
package dev.granary.changelog;

import org.jspecify.annotations.NullMarked;
