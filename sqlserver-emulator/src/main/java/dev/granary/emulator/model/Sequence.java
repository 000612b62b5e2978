package dev.granary.emulator.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A sequence object. */
public final class Sequence extends DbObject {

    private volatile Settings settings;

    public Sequence(Birth birth, Settings settings) {
        super(birth, ObjectType.SEQUENCE);
        this.settings = settings;
    }

    public Settings settings() {
        return settings;
    }

    public void redefine(Settings now) {
        settings = now;
    }

    /** What CREATE SEQUENCE says; a cache size of null is the server's default. */
    public record Settings(
            TypeUse type,
            BigDecimal start,
            BigDecimal increment,
            BigDecimal minimum,
            BigDecimal maximum,
            boolean cycling,
            boolean cached,
            @Nullable Integer cacheSize)
            implements java.io.Serializable {}
}
