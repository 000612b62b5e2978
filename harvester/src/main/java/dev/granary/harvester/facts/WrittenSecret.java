package dev.granary.harvester.facts;

import java.util.regex.Pattern;

/** A password where a name belongs: whoever put a connection string into a linked server's data source may have put one there. */
final class WrittenSecret {

    private static final String WITHHELD = "(withheld: it holds a password)";

    /** {@code Password=x}, {@code PWD = x}, {@code AccountKey=x}, {@code access_token: x}, as part of a longer word too. */
    private static final Pattern NAMED =
            Pattern.compile("(?i)(pwd|passw(or)?d|passphrase|secret|token|credential|signature|key)\\s*[=:]");

    /** What signs a link to a store of files. */
    private static final Pattern SIGNED = Pattern.compile("(?i)[?&;]sig=");

    /** {@code scheme://user:x@host}, and {@code user/x@host} as Oracle writes it. */
    private static final Pattern BEFORE_HOST = Pattern.compile("//[^/?#]*:[^/?#]*@|^[^/@\\s]+/[^@\\s]+@");

    private WrittenSecret() {}

    /** The text itself where nothing in it looks like a password: rather one name too many withheld than one password kept. */
    static String withhold(String text) {
        return NAMED.matcher(text).find()
                        || SIGNED.matcher(text).find()
                        || BEFORE_HOST.matcher(text).find()
                ? WITHHELD
                : text;
    }
}
