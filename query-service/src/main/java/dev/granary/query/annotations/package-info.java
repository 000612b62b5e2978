/** What people say of objects, tags and notes, which hang on an object's id: through renames and rebuilds, and when it is gone. */
@NullMarked
package dev.granary.query.annotations;

import org.jspecify.annotations.NullMarked;
