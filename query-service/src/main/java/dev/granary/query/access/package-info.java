/** Who may ask: API keys, their roles, and the filter that no request passes without one. */
@NullMarked
package dev.granary.query.access;

import org.jspecify.annotations.NullMarked;
