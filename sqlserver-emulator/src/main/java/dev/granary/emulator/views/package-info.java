/** The catalogue views as tables of columns, each computed live from the model. */
@NullMarked
package dev.granary.emulator.views;

import org.jspecify.annotations.NullMarked;
