/** The server and its connections: who logs in, what they ask, and the answers of an engine on their way back as tokens. */
@NullMarked
package dev.granary.emulator.session;

import org.jspecify.annotations.NullMarked;
