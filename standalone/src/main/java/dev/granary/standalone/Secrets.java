package dev.granary.standalone;

import dev.granary.query.access.ApiKey;
import dev.granary.standalone.stores.StorePasswords;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Everything secret of a data folder: made at random the first time, the same from then on. Kept in files that only their owner may read. */
final class Secrets {

    private static final String FILE = "secrets";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DataFolder folder;
    private final Map<String, String> values = new TreeMap<>();

    private Secrets(DataFolder folder) {
        this.folder = folder;
    }

    static Secrets of(DataFolder folder) throws IOException {
        var secrets = new Secrets(folder);
        folder.read(FILE)
                .ifPresent(text -> text.lines().forEach(line -> {
                    int equals = line.indexOf('=');
                    secrets.values.put(line.substring(0, equals), line.substring(equals + 1));
                }));
        secrets.makeMissing();
        return secrets;
    }

    private void makeMissing() throws IOException {
        var before = values.size();
        for (var name :
                new String[] {"superuser", "owner", "harvester", "query", "emulator-sa", "harvest-login", "query-login"
                }) {
            values.computeIfAbsent(name, n -> password());
        }
        if (values.size() > before) {
            var text = new StringBuilder();
            values.forEach(
                    (name, value) -> text.append(name).append('=').append(value).append('\n'));
            folder.writeSecret(FILE, text.toString());
        }
        if (folder.read("encryption.key").isEmpty()) {
            folder.writeSecret("encryption.key", Base64.getUrlEncoder().encodeToString(bytes(32)) + "\n");
        }
        if (folder.read("api-key").isEmpty()) {
            folder.writeSecret("api-key", ApiKey.generate().reveal() + "\n");
        }
        folder.writeSecret("api-key.header", "X-API-Key: " + apiKey() + "\n");
    }

    StorePasswords store() {
        return new StorePasswords(of("superuser"), of("owner"), of("harvester"), of("query"));
    }

    String emulatorAdministrator() {
        return of("emulator-sa");
    }

    String harvestLogin() {
        return of("harvest-login");
    }

    String queryLogin() {
        return of("query-login");
    }

    String apiKey() throws IOException {
        return folder.read("api-key").orElseThrow().strip();
    }

    String encryptionKey() throws IOException {
        return folder.read("encryption.key").orElseThrow().strip();
    }

    private String of(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("No secret called " + name);
        }
        return value;
    }

    /** Long, random, and with the kinds of characters that SQL Server's password policy asks for. */
    private static String password() {
        return "G7-" + HexFormat.of().formatHex(bytes(20));
    }

    private static byte[] bytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
