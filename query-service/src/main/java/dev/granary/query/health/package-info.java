/** What health says: of the store, without which nothing is answered, and of Redis, without which everything is, only slower. */
@NullMarked
package dev.granary.query.health;

import org.jspecify.annotations.NullMarked;
