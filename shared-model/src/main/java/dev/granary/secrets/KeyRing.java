package dev.granary.secrets;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys of {@code ENCRYPTION_KEY=k1,k2}: the first encrypts, all decrypt. Never prints a key. */
public final class KeyRing {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final List<Fernet> keys;
    private final Clock clock;

    private KeyRing(List<Fernet> keys, Clock clock) {
        this.keys = List.copyOf(keys);
        this.clock = clock;
    }

    /**
     * Reads keys separated by commas, each 32 bytes in URL-safe base64; blanks around a key are ignored.
     *
     * @throws InvalidKeyException if there is none or one is malformed: names the position, not the key
     */
    public static KeyRing parse(@Nullable String commaSeparatedKeys) {
        return parse(commaSeparatedKeys, Clock.systemUTC());
    }

    static KeyRing parse(@Nullable String commaSeparatedKeys, Clock clock) {
        if (commaSeparatedKeys == null || commaSeparatedKeys.isBlank()) {
            throw new InvalidKeyException("ENCRYPTION_KEY is not set: it holds the Fernet keys, separated by commas");
        }
        List<Fernet> keys = new ArrayList<>();
        for (String key : commaSeparatedKeys.split(",", -1)) {
            int position = keys.size() + 1;
            keys.add(Fernet.withKey(key.strip())
                    .orElseThrow(() -> new InvalidKeyException("Key " + position
                            + " of ENCRYPTION_KEY is not a Fernet key (32 bytes in URL-safe base64, 44 characters)")));
        }
        return new KeyRing(keys, clock);
    }

    /** A fresh random key, as text that {@link #parse} takes. */
    public static String newKey() {
        return UrlSafeBase64.encode(random(Fernet.KEY_BYTES));
    }

    /** Encrypts with the first key; two tokens of the same secret differ. */
    public String encrypt(Secret secret) {
        return keys.getFirst().encrypt(secret.utf8(), random(Fernet.IV_BYTES), clock.instant());
    }

    /**
     * Decrypts a token of any age with whichever key fits.
     *
     * @throws InvalidTokenException if no key opens it
     */
    public Secret decrypt(String token) {
        return decrypt(token, null);
    }

    /** As {@link #decrypt(String)}, for tokens no older than the time to live and at most 60 s from the future. */
    public Secret decrypt(String token, @Nullable Duration timeToLive) {
        return keys.stream()
                .map(key -> key.decrypt(token, timeToLive, clock.instant()))
                .flatMap(Optional::stream)
                .findFirst()
                .map(plain -> Secret.of(new String(plain, StandardCharsets.UTF_8)))
                .orElseThrow(InvalidTokenException::new);
    }

    private static byte[] random(int bytes) {
        byte[] result = new byte[bytes];
        RANDOM.nextBytes(result);
        return result;
    }

    @Override
    public String toString() {
        return "KeyRing of " + keys.size() + " keys";
    }
}
