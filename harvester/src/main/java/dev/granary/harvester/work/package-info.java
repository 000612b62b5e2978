/** The work table: databases to be read, leased by workers one at a time, with a fence against those that come back too late. */
@NullMarked
package dev.granary.harvester.work;

import org.jspecify.annotations.NullMarked;
