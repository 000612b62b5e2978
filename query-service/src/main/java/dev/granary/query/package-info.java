/** The query service: lookups over REST in what the harvester published. Here it is put together and started. */
@NullMarked
package dev.granary.query;

import org.jspecify.annotations.NullMarked;
