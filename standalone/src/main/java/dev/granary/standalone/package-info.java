/** Everything of Granary in one JVM: embedded stores, emulated servers, and the estate of scripts that those servers run. */
@NullMarked
package dev.granary.standalone;

import org.jspecify.annotations.NullMarked;
