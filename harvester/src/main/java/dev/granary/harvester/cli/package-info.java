/** The command line: what a person or a script asks of the harvester, and what the exit code says. */
@NullMarked
package dev.granary.harvester.cli;

import org.jspecify.annotations.NullMarked;
