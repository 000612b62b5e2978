package dev.granary.query.web;

import dev.granary.content.CanonicalJson;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The opaque form of a key: the key's JSON behind a checksum over key and list. It holds nothing but the last key that the caller saw, so it
 * needs no secret; the checksum refuses one that was cut, edited by mistake, or given by another list.
 */
final class Cursor {

    private static final int CHECKSUM = 8;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<String>> KEY = new TypeReference<>() {};

    private final List<String> list;

    Cursor(@Nullable Object... list) {
        this.list = Arrays.stream(list).map(Objects::toString).toList();
    }

    String write(List<String> key) {
        var body = new CanonicalJson().write(key).bytes();
        var bytes = Arrays.copyOf(checksum(key), CHECKSUM + body.length);
        System.arraycopy(body, 0, bytes, CHECKSUM, body.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    Optional<List<String>> read(String cursor) {
        try {
            var bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length <= CHECKSUM) {
                return Optional.empty();
            }
            List<String> key = JSON.readValue(Arrays.copyOfRange(bytes, CHECKSUM, bytes.length), KEY);
            return write(key).equals(cursor) ? Optional.of(key) : Optional.empty();
        } catch (IllegalArgumentException | JacksonException _) {
            return Optional.empty();
        }
    }

    private byte[] checksum(List<String> key) {
        var hash = new CanonicalJson().write(List.of(list, key)).hash().bytes();
        return Arrays.copyOf(hash, CHECKSUM);
    }
}
