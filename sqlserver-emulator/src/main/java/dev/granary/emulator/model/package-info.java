/** What an emulated server holds: databases, objects, principals and permissions; the only truth behind every catalogue view. */
@NullMarked
package dev.granary.emulator.model;

import org.jspecify.annotations.NullMarked;
