package dev.granary.emulator.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.UUID;

/** A database's definitions as they were at one moment: every id, name and date, but no rows. */
public final class Backup {

    private final byte[] catalog;
    private final UUID brokerGuid;
    private final String collation;

    private Backup(byte[] catalog, UUID brokerGuid, String collation) {
        this.catalog = catalog;
        this.brokerGuid = brokerGuid;
        this.collation = collation;
    }

    /** Whoever calls holds the server's lock. */
    public static Backup of(Database database) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(database.catalog());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Backup(bytes.toByteArray(), database.brokerGuid(), database.collation());
    }

    UUID brokerGuid() {
        return brokerGuid;
    }

    String collation() {
        return collation;
    }

    /** The definitions, a copy of their own each time. */
    Catalog catalog() {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(catalog))) {
            return (Catalog) in.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("A backup is read by those who wrote it", e);
        }
    }
}
