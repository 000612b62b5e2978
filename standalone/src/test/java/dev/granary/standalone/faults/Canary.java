package dev.granary.standalone.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A password that must be seen nowhere: all that is said while it is in use is written down here and searched for it. */
final class Canary implements AutoCloseable {

    /** The password of the harvest login on every emulated server. */
    static final String PASSWORD = "Canary-4f1d-Pa55word";

    /** A password that the servers do not know. */
    static final String WRONG_PASSWORD = PASSWORD + "-wrong";

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    private Canary() {}

    /** Listens to this process's console, where its log goes, until closed. */
    static Canary listening() {
        var canary = new Canary();
        System.setOut(new PrintStream(new Copying(canary.out, canary.console), true, UTF_8));
        System.setErr(new PrintStream(new Copying(canary.err, canary.console), true, UTF_8));
        return canary;
    }

    void hear(String said) {
        heard.add(said);
    }

    /** Notes the command line of a process that runs. */
    void hearCommandLine(Process process) throws IOException {
        hear(Files.readString(Path.of("/proc/%d/cmdline".formatted(process.pid())), UTF_8));
    }

    /** All that was said so far. */
    String everythingHeard() {
        synchronized (heard) {
            return String.join("\n", heard) + "\n" + console.toString(UTF_8);
        }
    }

    /** The tables of a store in which a text stands, plain or as the hexadecimal digits of its bytes. */
    static List<String> tablesThatHold(String text, JdbcClient store) {
        return tables(store).stream().filter(table -> holds(store, table, text)).toList();
    }

    static List<String> tables(JdbcClient store) {
        return store.sql("""
                        SELECT format('%I.%I', n.nspname, c.relname)
                          FROM pg_class AS c
                          JOIN pg_namespace AS n ON n.oid = c.relnamespace
                         WHERE c.relkind IN ('r', 'p')
                           AND n.nspname NOT IN ('pg_catalog', 'information_schema')
                           AND n.nspname NOT LIKE 'pg_temp%'
                         ORDER BY 1
                        """).query(String.class).list();
    }

    private static boolean holds(JdbcClient store, String table, String text) {
        var hex = HexFormat.of().formatHex(text.getBytes(UTF_8)).toLowerCase(Locale.ROOT);
        return store.sql("SELECT EXISTS (SELECT FROM %s AS t WHERE t::text LIKE :text OR t::text LIKE :hex)"
                        .formatted(table))
                .param("text", "%" + text + "%")
                .param("hex", "%" + hex + "%")
                .query(Boolean.class)
                .single();
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
    }

    /** Writes to a console and keeps a copy. */
    private static final class Copying extends OutputStream {

        private final OutputStream console;
        private final OutputStream copy;

        Copying(OutputStream console, OutputStream copy) {
            this.console = console;
            this.copy = copy;
        }

        @Override
        public void write(int b) throws IOException {
            console.write(b);
            copy.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            console.write(bytes, from, length);
            copy.write(bytes, from, length);
        }

        @Override
        public void flush() throws IOException {
            console.flush();
        }
    }
}
