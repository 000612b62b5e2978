/** Content as bytes: canonical JSON, the hashes that name it, and how text that PostgreSQL cannot hold is stored. */
@NullMarked
package dev.granary.content;

import org.jspecify.annotations.NullMarked;
