/** What a harvest did not find again: whether that proves anything, what is kept if it does not, and the holds that wait for a person. */
@NullMarked
package dev.granary.harvester.absence;

import org.jspecify.annotations.NullMarked;
