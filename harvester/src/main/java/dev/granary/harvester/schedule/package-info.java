/** When harvests start by themselves: Quartz, shared by all processes through its tables, with a nightly trigger per server. */
@NullMarked
package dev.granary.harvester.schedule;

import org.jspecify.annotations.NullMarked;
