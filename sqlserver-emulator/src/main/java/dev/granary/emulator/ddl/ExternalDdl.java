package dev.granary.emulator.ddl;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.model.Extras;
import dev.granary.emulator.model.Registry;
import dev.granary.emulator.tsql.Cursor;

/** External data sources, file formats and tables; the keys of encrypted columns; assemblies and XML schema collections. */
final class ExternalDdl {

    private final Target target;
    private final Cursor cursor;
    private final Extras extras;

    ExternalDdl(Target target, Cursor cursor) {
        this.target = target;
        this.cursor = cursor;
        this.extras = target.catalog().extras();
    }

    /** CREATE EXTERNAL, the two words read. */
    void create() {
        if (cursor.take("TABLE")) {
            new TableDdl(target, cursor).createExternal();
        } else if (cursor.take("DATA", "SOURCE")) {
            var name = fresh(extras.externalSources());
            cursor.expect("WITH");
            var said = Settings.read(cursor);
            extras.externalSources()
                    .put(new Extras.ExternalSource(
                            extras.externalSources().nextId(),
                            name,
                            said.get("TYPE", "EXTERNAL_GENERICS"),
                            said.get("LOCATION", ""),
                            said.get("DATABASE_NAME")));
        } else {
            cursor.expect("FILE", "FORMAT");
            var name = fresh(extras.externalFormats());
            cursor.expect("WITH");
            var said = Settings.read(cursor);
            extras.externalFormats()
                    .put(new Extras.ExternalFormat(
                            extras.externalFormats().nextId(),
                            name,
                            said.get("FORMAT_TYPE", "DELIMITEDTEXT"),
                            said.get("DATA_COMPRESSION")));
        }
    }

    /** DROP EXTERNAL, the two words read. */
    void drop() {
        if (cursor.take("TABLE")) {
            new Drops(target, cursor).objects("TABLE");
        } else if (cursor.take("DATA", "SOURCE")) {
            remove(extras.externalSources());
        } else {
            cursor.expect("FILE", "FORMAT");
            remove(extras.externalFormats());
        }
    }

    /** CREATE COLUMN MASTER or ENCRYPTION KEY, up to COLUMN. */
    void createKey() {
        if (cursor.take("MASTER", "KEY")) {
            var name = fresh(extras.masterKeys());
            cursor.expect("WITH");
            var said = Settings.read(cursor);
            extras.masterKeys()
                    .put(new Extras.MasterKey(
                            extras.masterKeys().nextId(),
                            name,
                            said.get("KEY_STORE_PROVIDER_NAME", ""),
                            said.get("KEY_PATH", ""),
                            target.server().now()));
            return;
        }
        cursor.expect("ENCRYPTION", "KEY");
        var name = fresh(extras.encryptionKeys());
        cursor.expect("WITH", "VALUES");
        var said = Settings.read(cursor);
        var master = required(extras.masterKeys(), said.get("COLUMN_MASTER_KEY", ""));
        extras.encryptionKeys()
                .put(new Extras.EncryptionKey(
                        extras.encryptionKeys().nextId(),
                        name,
                        master.id(),
                        target.server().now()));
    }

    void dropKey() {
        if (cursor.take("MASTER", "KEY")) {
            remove(extras.masterKeys());
        } else {
            cursor.expect("ENCRYPTION", "KEY");
            remove(extras.encryptionKeys());
        }
    }

    /** CREATE ASSEMBLY; its bytes are not kept. */
    void createAssembly() {
        var name = fresh(extras.assemblies());
        if (cursor.take("AUTHORIZATION")) {
            cursor.name();
        }
        cursor.expect("FROM");
        cursor.next();
        extras.assemblies()
                .put(new Extras.Assembly(
                        extras.assemblies().nextId(),
                        name,
                        permissionSet(),
                        target.server().now()));
    }

    void alterAssembly() {
        var assembly = required(extras.assemblies(), cursor.name());
        extras.assemblies()
                .put(new Extras.Assembly(assembly.id(), assembly.name(), permissionSet(), assembly.created()));
    }

    private int permissionSet() {
        if (!cursor.take("WITH", "PERMISSION_SET", "=")) {
            return 1;
        }
        var set = cursor.next();
        return set.is("UNSAFE") ? 3 : set.is("EXTERNAL_ACCESS") ? 2 : 1;
    }

    void dropAssembly() {
        var assemblies = extras.assemblies();
        remove(assemblies);
        target.catalog().dropProperties(p -> p.onClass() == 5 && assemblies.byId(p.majorId()) == null);
    }

    /** CREATE XML SCHEMA COLLECTION. */
    void createXmlCollection() {
        var names = cursor.names();
        if (extras.xmlCollections().byName(names.getLast()) != null) {
            throw exists(names.getLast());
        }
        cursor.expect("AS");
        var namespaces = XmlNamespaces.in(cursor.string());
        extras.xmlCollections()
                .put(new Extras.XmlCollection(
                        extras.xmlCollections().nextId(),
                        names.getLast(),
                        target.schemaOf(names).id(),
                        target.server().now(),
                        namespaces));
    }

    /** ALTER XML SCHEMA COLLECTION c ADD '...'. */
    void alterXmlCollection() {
        var old = required(extras.xmlCollections(), cursor.names().getLast());
        cursor.expect("ADD");
        var all = new java.util.ArrayList<>(old.namespaces());
        all.addAll(XmlNamespaces.in(cursor.string()));
        extras.xmlCollections().put(new Extras.XmlCollection(old.id(), old.name(), old.schemaId(), old.created(), all));
    }

    void dropXmlCollection() {
        var collection = required(extras.xmlCollections(), cursor.names().getLast());
        extras.xmlCollections().remove(collection);
        target.catalog().dropProperties(p -> p.onClass() == 10 && p.majorId() == collection.id());
    }

    private String fresh(Registry<?> registry) {
        var name = cursor.name();
        if (registry.byName(name) != null) {
            throw exists(name);
        }
        return name;
    }

    private <T extends Registry.Entry> void remove(Registry<T> registry) {
        boolean lenient = cursor.take("IF", "EXISTS");
        var name = cursor.name();
        var found = registry.byName(name);
        if (found != null) {
            registry.remove(found);
        } else if (!lenient) {
            throw missing(name);
        }
    }

    static <T extends Registry.Entry> T required(Registry<T> registry, String name) {
        var found = registry.byName(name);
        if (found == null) {
            throw missing(name);
        }
        return found;
    }

    private static SqlServerError missing(String name) {
        return new SqlServerError(
                15151, "Cannot find '%s', because it does not exist or you do not have permission.".formatted(name));
    }

    private static SqlServerError exists(String name) {
        return new SqlServerError(
                2714, 16, 6, "There is already an object named '%s' in the database.".formatted(name));
    }
}
