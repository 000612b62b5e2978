package dev.granary.comparison;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The table of grades: every type of change with whether it breaks somebody, and a sentence that says what it is. Breaking means that a statement
 * which worked on the object before may now be refused, or answer with values of another shape.
 */
public enum ChangeType {
    COLUMN_RENAMED(true, "A column has another name and is otherwise what it was."),
    COLUMN_DROPPED(true, "A column is gone."),
    COLUMN_ADDED(false, "A column was added that inserts may leave out."),
    COLUMN_ADDED_REQUIRED(
            true, "A column was added that is NOT NULL and has no default: inserts that leave it out fail."),
    COLUMNS_REORDERED(false, "The columns stand in another order, as SELECT * shows it."),
    TYPE_NARROWED(true, "A type holds less than before: shorter, less precise, or a smaller number."),
    TYPE_WIDENED(false, "A type of the same family holds all that it held, and more."),
    TYPE_CHANGED(true, "A type is of another family."),
    NULLABILITY_TIGHTENED(true, "NULL is no longer allowed."),
    NULLABILITY_LOOSENED(false, "NULL is now allowed."),
    DEFAULT_ADDED(false, "A column has a default now."),
    DEFAULT_DROPPED(true, "A column has no default any more: inserts that leave it out store NULL or fail."),
    DEFAULT_CHANGED(false, "A column has another default."),
    DEFAULT_RENAMED(false, "A default constraint has another name, or its name now is a person's or the system's."),
    COMPUTED_ADDED(true, "A column is computed now and cannot be written."),
    COMPUTED_DROPPED(false, "A column is computed no more."),
    COMPUTED_CHANGED(false, "A column is computed by another expression."),
    IDENTITY_ADDED(true, "A column numbers itself now: inserts that give its value fail."),
    IDENTITY_DROPPED(true, "A column does not number itself any more: inserts that leave it out fail."),
    IDENTITY_CHANGED(false, "An identity starts or counts otherwise."),
    COLLATION_CHANGED(
            true, "Text is compared and sorted by other rules; comparing it with other columns may be refused."),
    MASK_ADDED(true, "A column's values are masked for those without UNMASK."),
    MASK_DROPPED(false, "A column's values are masked no more."),
    MASK_CHANGED(false, "A column's values are masked otherwise."),
    ENCRYPTION_CHANGED(true, "A column is encrypted, is no more, or by another key: clients must know."),
    COLUMN_OPTION_CHANGED(false, "Another property of a column changed."),

    KEY_DROPPED(true, "A primary key or unique constraint is gone."),
    KEY_ADDED(true, "A primary key or unique constraint was added: rows that were allowed may be refused."),
    KEY_CHANGED(true, "A key has other columns, or is of the other kind."),
    KEY_RENAMED(false, "A key has another name, or its name now is a person's or the system's."),
    KEY_OPTION_CHANGED(false, "Another property of a key changed, as its index's type."),
    INDEX_DROPPED(false, "An index is gone; hints that name it fail."),
    INDEX_ADDED(false, "An index was added."),
    UNIQUE_INDEX_DROPPED(true, "A unique index is gone, or unique no more."),
    UNIQUE_INDEX_ADDED(true, "A unique index was added, or became unique: rows that were allowed may be refused."),
    UNIQUE_INDEX_CHANGED(
            true, "A unique index has other columns or another filter: rows that were allowed may be refused."),
    INDEX_CHANGED(false, "An index has other columns or another filter."),
    INDEX_OPTION_CHANGED(false, "Another property of an index changed, as whether it is disabled."),
    FOREIGN_KEY_DROPPED(false, "A foreign key is gone."),
    FOREIGN_KEY_ADDED(true, "A foreign key was added: rows that were allowed may be refused."),
    FOREIGN_KEY_CHANGED(true, "A foreign key has other columns or refers to another table."),
    FOREIGN_KEY_ACTION_CHANGED(true, "A foreign key does something else on delete or update."),
    FOREIGN_KEY_ENABLED(true, "A foreign key that was disabled is checked again."),
    FOREIGN_KEY_RENAMED(false, "A foreign key has another name, or its name now is a person's or the system's."),
    FOREIGN_KEY_OPTION_CHANGED(false, "Another property of a foreign key changed, as disabled or not trusted."),
    CHECK_DROPPED(false, "A check constraint is gone."),
    CHECK_ADDED(true, "A check constraint was added: values that were allowed may be refused."),
    CHECK_CHANGED(true, "A check constraint has another expression or column."),
    CHECK_ENABLED(true, "A check constraint that was disabled is checked again."),
    CHECK_RENAMED(false, "A check constraint has another name, or its name now is a person's or the system's."),
    CHECK_OPTION_CHANGED(false, "Another property of a check constraint changed, as disabled or not trusted."),

    TEXT_CHANGED(false, "The source text is another; what it takes and gives is told by parameters and columns."),
    TEXT_ENCRYPTED(false, "The source text is encrypted now, or is no more."),
    TEXT_OPTION_CHANGED(false, "An option that the module was created under changed."),
    PARAMETER_DROPPED(true, "A parameter is gone."),
    PARAMETER_ADDED(true, "A parameter was added; whether it has a default only the text says."),
    PARAMETER_RENAMED(true, "A parameter in the same place has another name."),
    PARAMETER_MOVED(true, "A parameter stands in another place."),
    PARAMETER_DIRECTION_CHANGED(true, "A parameter gives a value back, or does so no more."),
    PARAMETER_OPTION_CHANGED(false, "Another property of a parameter changed."),
    TRIGGER_CHANGED(false, "A trigger hangs on another table, fires on other events, or is disabled or enabled."),
    TARGET_CHANGED(true, "A synonym stands for something else."),
    SEQUENCE_CHANGED(false, "A sequence starts, counts, ends or caches otherwise."),

    DESCRIPTION_ADDED(false, "An extended property was added."),
    DESCRIPTION_DROPPED(false, "An extended property is gone."),
    DESCRIPTION_CHANGED(false, "An extended property has another value."),
    OWNER_CHANGED(false, "A schema has another owner."),
    TABLE_OPTION_CHANGED(false, "A property of the table as a whole changed, as its history table."),
    DATABASE_OPTION_CHANGED(false, "A property of the database changed, as its compatibility level."),
    STORAGE_CHANGED(false, "Compression, partitions or file groups changed."),
    PERMISSION_ADDED(false, "A permission was granted, or a denial is gone."),
    PERMISSION_DROPPED(true, "A permission is gone, or was denied."),
    MEMBERSHIP_ADDED(false, "A principal became a member of a role."),
    MEMBERSHIP_DROPPED(true, "A principal is a member of a role no more."),
    CLASSIFICATION_CHANGED(false, "A column's sensitivity was declared, changed or withdrawn."),
    DEPENDENCY_ADDED(false, "An expression refers to something more."),
    DEPENDENCY_DROPPED(false, "An expression refers to something no more."),
    DEPENDENCY_CHANGED(false, "What an expression refers to is found otherwise."),

    REFERENCE_RENAMED(false, "What it refers to was renamed in the same harvest, and the reference went along."),
    ENTRY_ADDED(false, "Something was added to a list that has no rules of its own."),
    ENTRY_DROPPED(false, "Something is gone from a list that has no rules of its own."),
    OPTION_CHANGED(false, "A property that has no rule of its own changed.");

    private static final Map<String, ChangeType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(ChangeType::jsonName, Function.identity()));

    private final boolean breaking;
    private final String sentence;

    ChangeType(boolean breaking, String sentence) {
        this.breaking = breaking;
        this.sentence = sentence;
    }

    /** The name it has in the API, such as {@code column-dropped}. */
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean breaking() {
        return breaking;
    }

    public String sentence() {
        return sentence;
    }

    public static Optional<ChangeType> named(String jsonName) {
        return Optional.ofNullable(BY_NAME.get(jsonName));
    }
}
