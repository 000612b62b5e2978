package dev.granary.emulator.tds;

import dev.granary.emulator.engine.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One call of an RPC message: a procedure by name, and its arguments in order. */
public record RemoteCall(String procedure, List<Argument> arguments) {

    /** An argument; its parameter's name is empty when it was passed by position. */
    public record Argument(Parameter parameter, boolean output) {}

    private static final int BY_NUMBER = 0xFFFF;
    private static final int SEPARATOR = 0xFF;
    private static final String[] NUMBERED = {
        "",
        "sp_cursor",
        "sp_cursoropen",
        "sp_cursorprepare",
        "sp_cursorexecute",
        "sp_cursorprepexec",
        "sp_cursorunprepare",
        "sp_cursorfetch",
        "sp_cursoroption",
        "sp_cursorclose",
        "sp_executesql",
        "sp_prepare",
        "sp_execute",
        "sp_prepexec",
        "sp_prepexecrpc",
        "sp_unprepare"
    };

    public RemoteCall {
        arguments = List.copyOf(arguments);
    }

    /** The calls of a message, in order. */
    public static List<RemoteCall> readAll(Message message) throws ProtocolException {
        ByteReader in = message.body();
        List<RemoteCall> calls = new ArrayList<>();
        while (in.hasMore()) {
            calls.add(read(in));
        }
        return calls;
    }

    private static RemoteCall read(ByteReader in) throws ProtocolException {
        int nameLength = in.u2();
        String procedure = nameLength == BY_NUMBER ? numbered(in.u2()) : in.utf16(nameLength);
        in.u2();
        ValueReader values = new ValueReader(in);
        List<Argument> arguments = new ArrayList<>();
        while (in.hasMore() && !in.take(SEPARATOR)) {
            String name = in.utf16(in.u1());
            boolean output = (in.u1() & 1) != 0;
            arguments.add(new Argument(values.read(name.startsWith("@") ? name.substring(1) : name), output));
        }
        return new RemoteCall(procedure, arguments);
    }

    private static String numbered(int id) throws ProtocolException {
        if (id == 0 || id >= NUMBERED.length) {
            throw new ProtocolException("No procedure has the number " + id + ".");
        }
        return NUMBERED[id];
    }

    /** The procedure's name in lower case, without the schema and brackets that a client may write around it. */
    public String plainName() {
        String name = procedure.toLowerCase(Locale.ROOT).replace("[", "").replace("]", "");
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
