/** Definitions by their hashes, from the nearest place that has them: this process, Redis, PostgreSQL. They never change, so none goes stale. */
@NullMarked
package dev.granary.query.content;

import org.jspecify.annotations.NullMarked;
