/** Spring Batch's part: the harvest job, its steps, and the bean that launches it and sees a run to its end. */
@NullMarked
package dev.granary.harvester.job;

import org.jspecify.annotations.NullMarked;
