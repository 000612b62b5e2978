/** From rows to content: what a database's sections say, put together object by object, part by part. */
@NullMarked
package dev.granary.harvester.assemble;

import org.jspecify.annotations.NullMarked;
