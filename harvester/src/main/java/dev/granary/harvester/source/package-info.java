/** The sources as a harvest meets them: registered servers, and connections that are kept, counted and thrown away when broken. */
@NullMarked
package dev.granary.harvester.source;

import org.jspecify.annotations.NullMarked;
