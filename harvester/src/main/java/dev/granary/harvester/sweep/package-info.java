/**
 * The sweep: every server asked once what databases it has, and decided for each whether it is read, skipped with a reason, or not meant at
 * all. What a server does not say is never taken for an absence.
 */
@NullMarked
package dev.granary.harvester.sweep;

import org.jspecify.annotations.NullMarked;
