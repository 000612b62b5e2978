/** What callers ask of the harvester: rows that it takes, and what came of them. */
@NullMarked
package dev.granary.query.requests;

import org.jspecify.annotations.NullMarked;
