/** What changed and when: the feed of changes, which readers poll without losing or repeating one, and the history of an object. */
@NullMarked
package dev.granary.query.changes;

import org.jspecify.annotations.NullMarked;
