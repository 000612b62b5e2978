/** Faults on demand: rules that say where, for whom and how often a connection misbehaves, from a YAML file or set by a test. */
@NullMarked
package dev.granary.emulator.faults;

import org.jspecify.annotations.NullMarked;
