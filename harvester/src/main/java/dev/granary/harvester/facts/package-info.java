/** What a server says of itself: properties, configuration, linked servers; asked by the sweep, kept by intervals, and never a credential. */
@NullMarked
package dev.granary.harvester.facts;

import org.jspecify.annotations.NullMarked;
