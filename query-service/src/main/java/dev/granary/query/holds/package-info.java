/** What harvests did not find again and keep, and what people decide about it. */
@NullMarked
package dev.granary.query.holds;

import org.jspecify.annotations.NullMarked;
