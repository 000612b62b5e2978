/**
 * The work table: databases to be read, leased by workers one at a time, with a fence against those that come back too late. Beside them the guests
 * of a server: whoever needs a connection to it and reads no leased database.
 */
@NullMarked
package dev.granary.harvester.work;

import org.jspecify.annotations.NullMarked;
