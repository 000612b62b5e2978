package dev.granary.emulator.session;

import dev.granary.emulator.engine.EngineSession;
import dev.granary.emulator.engine.Login;
import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.faults.FaultPoint;
import dev.granary.emulator.tds.Channel;
import dev.granary.emulator.tds.LoginRequest;
import dev.granary.emulator.tds.Message;
import dev.granary.emulator.tds.TokenWriter;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;

/** One client from its first byte to its last: this thread answers, and after the login another one reads. */
final class Connection {

    private static final int LOGIN_FAILED = 18_456;
    private static final Message HUNG_UP = Message.hungUp();

    private final ServerIdentity server;
    private final ThreadFactory threads;
    private final Interruption interruption = new Interruption();
    private final BlockingQueue<Message> inbox = new LinkedBlockingQueue<>();
    private final Channel channel;
    private final TokenWriter tokens;
    private final Gate gate;

    Connection(Socket socket, ServerIdentity server, ThreadFactory threads) throws IOException {
        this.server = server;
        this.threads = threads;
        this.channel = new Channel(socket.getInputStream(), socket.getOutputStream(), server.counters().bytes::add);
        this.tokens = new TokenWriter(channel.writer(), server.name());
        this.gate = new Gate(server.faults(), socket, channel, interruption);
    }

    /** Serves the client until either side ends the connection. */
    void run() throws IOException, InterruptedException {
        gate.pass(FaultPoint.CONNECT, "", "", "");
        logIn(channel.open(server.tls(), server.version(), server.plainLogins()));
    }

    private void logIn(LoginRequest request) throws IOException, InterruptedException {
        Login login = request.login();
        EngineSession opened;
        try {
            String database = login.database() == null ? "" : login.database();
            gate.pass(FaultPoint.LOGIN, login.user(), database, "");
            if (request.integrated()) {
                throw new SqlServerError(LOGIN_FAILED, 14, 1, "The emulator knows SQL Server logins only.");
            }
            opened = server.engine().open(login);
        } catch (SqlServerError refused) {
            tokens.error(refused);
            tokens.done(TokenWriter.DONE, TokenWriter.FAILED, 0, 0);
            tokens.endMessage();
            return;
        }
        interruption.await(server.latency());
        try (EngineSession session = opened) {
            welcome(request, session);
            gate.readElsewhere();
            threads.newThread(this::listen).start();
            serve(new Requests(session, login.user(), tokens, interruption, gate, server.counters()));
        }
    }

    private void welcome(LoginRequest request, EngineSession session) {
        String database = session.database();
        tokens.changed(TokenWriter.DATABASE, database, "master");
        tokens.information(5701, 10, "Changed database context to '" + database + "'.");
        tokens.collation();
        tokens.changed(TokenWriter.LANGUAGE, "us_english", "");
        tokens.loggedIn(server.version(), channel.strict());
        int size = channel.writer().nextPacketSize(request.packetSize());
        tokens.changed(TokenWriter.PACKET_SIZE, Integer.toString(size), "4096");
        if (request.extended()) {
            tokens.noFeatures();
        }
        tokens.done(TokenWriter.DONE, 0, 0, 0);
        server.counters().logins.increment();
        tokens.endMessage();
    }

    private void listen() {
        try {
            for (Message message = channel.reader().next();
                    message != null;
                    message = channel.reader().next()) {
                if (message.type() == Message.ATTENTION && server.engine().cancels()) {
                    interruption.request();
                }
                inbox.add(message);
            }
        } catch (IOException clientGone) {
            // Told to the other thread below, whichever way the client went.
        } finally {
            inbox.add(HUNG_UP);
            interruption.clientGone();
        }
    }

    private void serve(Requests requests) throws IOException, InterruptedException {
        for (Message message = inbox.take(); message != HUNG_UP; message = inbox.take()) {
            boolean goesOn = answer(message, requests);
            tokens.endMessage();
            if (!goesOn) {
                return;
            }
        }
    }

    /** Counted until just before the client can know that it has all of the answer. */
    private boolean answer(Message message, Requests requests) throws IOException, InterruptedException {
        server.counters().answering();
        try {
            if (message.type() != Message.ATTENTION) {
                interruption.await(server.latency());
            }
            return requests.answer(message);
        } finally {
            server.counters().answered();
        }
    }
}
