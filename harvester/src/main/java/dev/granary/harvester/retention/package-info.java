/** What is kept how long: snapshots are thinned by rules, content that nothing refers to is collected, old measures go by month. */
@NullMarked
package dev.granary.harvester.retention;

import org.jspecify.annotations.NullMarked;
