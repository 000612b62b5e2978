package dev.granary.secrets;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.paddings.PKCS7Padding;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.jspecify.annotations.Nullable;

/** One Fernet key: version byte, big-endian seconds, IV, AES-128-CBC with PKCS 7 padding, HMAC-SHA-256 over it all. */
final class Fernet {
    static final int KEY_BYTES = 32;
    static final int IV_BYTES = 16;

    private static final byte VERSION = (byte) 0x80;
    private static final int HEADER_BYTES = 1 + Long.BYTES;
    private static final int BLOCK_BYTES = 16;
    private static final int HMAC_BYTES = 32;
    private static final int SHORTEST = HEADER_BYTES + IV_BYTES + BLOCK_BYTES + HMAC_BYTES;
    private static final long CLOCK_SKEW_SECONDS = 60;

    private final KeyParameter signing;
    private final KeyParameter encryption;

    private Fernet(byte[] key) {
        signing = new KeyParameter(key, 0, KEY_BYTES / 2);
        encryption = new KeyParameter(key, KEY_BYTES / 2, KEY_BYTES / 2);
    }

    /** Empty when the text is not 32 bytes in URL-safe base64. */
    static Optional<Fernet> withKey(String key) {
        return UrlSafeBase64.decode(key)
                .filter(bytes -> bytes.length == KEY_BYTES)
                .map(Fernet::new);
    }

    String encrypt(byte[] plain, byte[] iv, Instant now) {
        byte[] cipher = crypt(true, plain, iv).orElseThrow();
        byte[] signed = ByteBuffer.allocate(HEADER_BYTES + IV_BYTES + cipher.length)
                .put(VERSION)
                .putLong(now.getEpochSecond())
                .put(iv)
                .put(cipher)
                .array();
        byte[] token = Arrays.copyOf(signed, signed.length + HMAC_BYTES);
        System.arraycopy(hmac(signed), 0, token, signed.length, HMAC_BYTES);
        return UrlSafeBase64.encode(token);
    }

    /** Empty when the token is invalid; age and clock skew are checked only where a time to live is given. */
    Optional<byte[]> decrypt(String token, @Nullable Duration timeToLive, Instant now) {
        byte[] bytes = UrlSafeBase64.decode(token).orElse(new byte[0]);
        if (bytes.length < SHORTEST || bytes[0] != VERSION) {
            return Optional.empty();
        }
        int signedBytes = bytes.length - HMAC_BYTES;
        byte[] signed = Arrays.copyOf(bytes, signedBytes);
        byte[] signature = Arrays.copyOfRange(bytes, signedBytes, bytes.length);
        if (!org.bouncycastle.util.Arrays.constantTimeAreEqual(hmac(signed), signature)) {
            return Optional.empty();
        }
        if (timeToLive != null && !isFresh(ByteBuffer.wrap(bytes).getLong(1), timeToLive, now)) {
            return Optional.empty();
        }
        byte[] iv = Arrays.copyOfRange(signed, HEADER_BYTES, HEADER_BYTES + IV_BYTES);
        return crypt(false, Arrays.copyOfRange(signed, HEADER_BYTES + IV_BYTES, signedBytes), iv);
    }

    private static boolean isFresh(long madeAt, Duration timeToLive, Instant now) {
        return now.getEpochSecond() <= madeAt + timeToLive.toSeconds()
                && madeAt <= now.getEpochSecond() + CLOCK_SKEW_SECONDS;
    }

    private byte[] hmac(byte[] bytes) {
        var mac = new HMac(new SHA256Digest());
        mac.init(signing);
        mac.update(bytes, 0, bytes.length);
        byte[] result = new byte[HMAC_BYTES];
        mac.doFinal(result, 0);
        return result;
    }

    private Optional<byte[]> crypt(boolean encrypting, byte[] input, byte[] iv) {
        if (!encrypting && input.length % BLOCK_BYTES != 0) {
            return Optional.empty();
        }
        var cipher =
                new PaddedBufferedBlockCipher(CBCBlockCipher.newInstance(AESEngine.newInstance()), new PKCS7Padding());
        cipher.init(encrypting, new ParametersWithIV(encryption, iv));
        byte[] output = new byte[cipher.getOutputSize(input.length)];
        int written = cipher.processBytes(input, 0, input.length, output, 0);
        try {
            written += cipher.doFinal(output, written);
        } catch (InvalidCipherTextException wrongPadding) {
            return Optional.empty();
        }
        return Optional.of(Arrays.copyOf(output, written));
    }
}
