package dev.granary.emulator.model;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A row of sys.types: a system type, an alias of one, or a table type.
 *
 * @param tableType the columns of a table type
 */
public record TypeDef(
        String name,
        int systemTypeId,
        int userTypeId,
        int schemaId,
        int maxLength,
        int precision,
        int scale,
        boolean collated,
        boolean nullable,
        boolean userDefined,
        @Nullable Table tableType,
        Module.@Nullable External external)
        implements Serializable {

    public TypeDef withName(String newName, int newSchemaId) {
        return new TypeDef(
                newName,
                systemTypeId,
                userTypeId,
                newSchemaId,
                maxLength,
                precision,
                scale,
                collated,
                nullable,
                userDefined,
                tableType,
                external);
    }

    /** A system type is one object however often a database was copied. */
    private Object readResolve() {
        var known = SystemTypes.byUserTypeId(userTypeId);
        return known == null || userDefined ? this : known;
    }

    /** Whether lengths of this type are counted in two-byte characters. */
    public boolean wide() {
        return systemTypeId == 231 || systemTypeId == 239;
    }
}
