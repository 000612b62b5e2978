/** Lookups: servers, databases, schemas and objects as they were last published, found by name or by id. */
@NullMarked
package dev.granary.query.lookup;

import org.jspecify.annotations.NullMarked;
