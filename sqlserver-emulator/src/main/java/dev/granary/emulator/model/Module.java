package dev.granary.emulator.model;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** The text of a view, routine or trigger and the settings it was made under; or the method of an assembly behind it. */
public record Module(
        String text,
        boolean encrypted,
        boolean schemaBound,
        boolean recompiled,
        boolean ansiNulls,
        boolean quotedIdentifier,
        Runs runs)
        implements Serializable {

    public Module(
            String text,
            boolean encrypted,
            boolean schemaBound,
            boolean recompiled,
            boolean ansiNulls,
            boolean quotedIdentifier) {
        this(text, encrypted, schemaBound, recompiled, ansiNulls, quotedIdentifier, Runs.PLAIN);
    }

    /**
     * How it runs.
     *
     * @param executeAs the id of the principal it runs as, -2 its owner, null its caller
     */
    public record Runs(
            @Nullable Integer executeAs,
            boolean natively,
            boolean nullOnNull,
            @Nullable External external) implements Serializable {

        public static final Runs PLAIN = new Runs(null, false, false, null);
    }

    /** A class, or a method of it, in an assembly. */
    public record External(
            int assemblyId, String className, @Nullable String method) implements Serializable {}
}
