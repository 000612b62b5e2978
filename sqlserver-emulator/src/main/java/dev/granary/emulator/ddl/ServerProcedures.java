package dev.granary.emulator.ddl;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.model.ServerSettings.LinkedServer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The system procedures that set something up on the server or switch on change data capture. */
final class ServerProcedures {

    static final Map<String, List<String>> ORDER = Map.of(
            "sp_addlinkedserver",
                    List.of("@server", "@srvproduct", "@provider", "@datasrc", "@location", "@provstr", "@catalog"),
            "sp_dropserver", List.of("@server", "@droplogins"),
            "sp_addlinkedsrvlogin", List.of("@rmtsrvname", "@useself", "@locallogin", "@rmtuser", "@rmtpassword"),
            "sp_droplinkedsrvlogin", List.of("@rmtsrvname", "@locallogin"),
            "sp_serveroption", List.of("@server", "@optname", "@optvalue"),
            "sp_configure", List.of("@configname", "@configvalue"),
            "sp_cdc_enable_db", List.of(),
            "sp_cdc_disable_db", List.of(),
            "sp_cdc_enable_table", List.of("@source_schema", "@source_name", "@role_name"),
            "sp_cdc_disable_table", List.of("@source_schema", "@source_name", "@capture_instance"));

    private final Target target;
    private final Map<String, @Nullable Object> arguments;

    ServerProcedures(Target target, Map<String, @Nullable Object> arguments) {
        this.target = target;
        this.arguments = arguments;
    }

    void run(String procedure) {
        switch (procedure) {
            case "sp_addlinkedserver" -> link();
            case "sp_dropserver" -> linked().remove(server("@server"));
            case "sp_serveroption" -> option();
            case "sp_configure" ->
                target.server().settings().configure(required("@configname"), Long.parseLong(required("@configvalue")));
            case "sp_cdc_enable_db" -> target.database().settings().put("CDC", "ON");
            case "sp_cdc_disable_db" -> target.database().settings().put("CDC", "OFF");
            case "sp_cdc_enable_table" -> capture(true);
            case "sp_cdc_disable_table" -> capture(false);
            // Who logs in there is shown nowhere, so it is kept nowhere.
            default -> server("@rmtsrvname");
        }
    }

    private String required(String name) {
        return Procedures.required(arguments, name);
    }

    private @Nullable String said(String name) {
        var value = arguments.get(name);
        return value == null ? null : value.toString();
    }

    private dev.granary.emulator.model.Registry<LinkedServer> linked() {
        return target.server().settings().linked();
    }

    private LinkedServer server(String argument) {
        var name = required(argument);
        var found = linked().byName(name);
        if (found == null) {
            throw new SqlServerError(15015, "The server '%s' does not exist.".formatted(name));
        }
        return found;
    }

    private void link() {
        var name = required("@server");
        if (linked().byName(name) != null) {
            throw new SqlServerError(15028, "The server '%s' already exists.".formatted(name));
        }
        var product = said("@srvproduct");
        var provider = said("@provider");
        var source = said("@datasrc");
        linked().put(new LinkedServer(
                linked().nextId(),
                name,
                product == null ? "" : product,
                provider == null ? "SQLNCLI" : provider,
                source == null ? name : source,
                said("@location"),
                said("@provstr"),
                said("@catalog"),
                false,
                true));
    }

    private void option() {
        var old = server("@server");
        boolean on = "true".equalsIgnoreCase(required("@optvalue")) || "on".equalsIgnoreCase(required("@optvalue"));
        var name = required("@optname").toLowerCase(java.util.Locale.ROOT);
        linked().put(new LinkedServer(
                old.id(),
                old.name(),
                old.product(),
                old.provider(),
                old.dataSource(),
                old.location(),
                old.providerString(),
                old.catalog(),
                name.equals("rpc out") ? on : old.rpcOut(),
                name.equals("data access") ? on : old.dataAccess()));
    }

    private void capture(boolean on) {
        var table = target.table(List.of(required("@source_schema"), required("@source_name")));
        table.nature(table.nature().withCaptured(on));
    }
}
