package dev.granary.emulator.session;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.faults.FaultAction.Delay;
import dev.granary.emulator.faults.FaultAction.Drop;
import dev.granary.emulator.faults.FaultAction.Fail;
import dev.granary.emulator.faults.FaultAction.Silence;
import dev.granary.emulator.faults.FaultPoint;
import dev.granary.emulator.faults.Faults;
import dev.granary.emulator.faults.Faults.Armed;
import dev.granary.emulator.tds.Channel;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Where a connection's faults strike. */
final class Gate {

    private final Faults faults;
    private final Socket socket;
    private final Channel channel;
    private final Interruption interruption;
    private boolean reading;

    Gate(Faults faults, Socket socket, Channel channel, Interruption interruption) {
        this.faults = faults;
        this.socket = socket;
        this.channel = channel;
        this.interruption = interruption;
    }

    /** From now on another thread reads the connection. */
    void readElsewhere() {
        reading = true;
    }

    /**
     * Lets the faults of this point strike that need no rows.
     *
     * @return the faults that wait for rows
     * @throws SqlServerError when the fault is an error
     * @throws IOException when the fault was the connection's end
     */
    List<Armed> pass(FaultPoint point, String login, String database, String text) throws IOException {
        List<Armed> later = new ArrayList<>();
        for (Armed armed : faults.concerning(point, login, database, text)) {
            if (armed.rule().afterRows() > 0) {
                later.add(armed);
            } else {
                strike(armed);
            }
        }
        return later;
    }

    void strike(Armed armed) throws IOException {
        if (!armed.strike()) {
            return;
        }
        try {
            switch (armed.rule().action()) {
                case Fail fail -> throw fail.error();
                case Delay delay -> interruption.await(delay.duration());
                case Drop() -> {
                    socket.setSoLinger(true, 0);
                    socket.close();
                    throw new EOFException("A fault rule dropped the connection.");
                }
                case Silence() -> {
                    if (reading) {
                        interruption.awaitClientGone();
                    } else {
                        channel.starve();
                    }
                    throw new EOFException("The client gave up waiting.");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
