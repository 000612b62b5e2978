package dev.granary.emulator.session;

import dev.granary.emulator.engine.Engine;
import dev.granary.emulator.faults.Faults;
import dev.granary.emulator.tds.ServerTls;
import dev.granary.emulator.tds.ServerVersion;
import java.time.Duration;

/** What every connection of a server shares. */
record ServerIdentity(
        Engine engine,
        String name,
        ServerVersion version,
        ServerTls tls,
        boolean plainLogins,
        Faults faults,
        Duration latency,
        WireCounters counters) {}
