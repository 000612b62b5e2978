/** The catalogue's records: kinds of objects, the aspects they are compared by, and what each aspect says. Free of I/O. */
@NullMarked
package dev.granary.model;

import org.jspecify.annotations.NullMarked;
