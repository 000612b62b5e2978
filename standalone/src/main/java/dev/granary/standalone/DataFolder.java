package dev.granary.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The folder that everything of one standalone Granary lives in, used by one process at a time; its secrets are readable by their owner alone. */
final class DataFolder implements Closeable {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path folder;
    private final FileChannel lockFile;
    private final FileLock lock;

    private DataFolder(Path folder, FileChannel lockFile, FileLock lock) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /** @throws IOException when it cannot be written, or another process uses it: both are told apart in the message */
    static DataFolder open(Path folder) throws IOException {
        Files.createDirectories(folder);
        var lockFile = FileChannel.open(
                folder.resolve("granary.lock"), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        var lock = tryLock(lockFile);
        if (lock == null) {
            lockFile.close();
            throw new IOException("another Granary uses %s; stop it or choose another folder".formatted(folder));
        }
        return new DataFolder(folder, lockFile, lock);
    }

    private static @Nullable FileLock tryLock(FileChannel lockFile) throws IOException {
        try {
            return lockFile.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    Path path() {
        return folder;
    }

    Path resolve(String name) {
        return folder.resolve(name);
    }

    Optional<String> read(String name) throws IOException {
        var file = folder.resolve(name);
        return Files.exists(file) ? Optional.of(Files.readString(file, UTF_8)) : Optional.empty();
    }

    /** Writes a file that only its owner may read, from its first byte on. */
    void writeSecret(String name, String text) throws IOException {
        var fresh = folder.resolve(name + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, OWNER_ONLY);
        Files.writeString(fresh, text, UTF_8);
        Files.move(fresh, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The registry's file for this folder; {@code harvester.jar register} reads it again. */
    Path writeConfig(String serversYaml) throws IOException {
        var file = Files.createDirectories(folder.resolve("config")).resolve("servers.yml");
        Files.writeString(file, serversYaml, UTF_8);
        return file;
    }

    Path copyConfig(Path serversYaml) throws IOException {
        return writeConfig(Files.readString(serversYaml, UTF_8));
    }

    @Override
    public void close() throws IOException {
        lock.release();
        lockFile.close();
    }
}
