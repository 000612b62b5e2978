/** Makes many databases of one shape from a seed, each filled only when it is first looked at. */
@NullMarked
package dev.granary.emulator.generator;

import org.jspecify.annotations.NullMarked;
