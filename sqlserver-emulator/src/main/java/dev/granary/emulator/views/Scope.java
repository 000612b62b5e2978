package dev.granary.emulator.views;

import dev.granary.emulator.model.Access;
import dev.granary.emulator.model.Catalog;
import dev.granary.emulator.model.Database;
import dev.granary.emulator.model.DbObject;
import dev.granary.emulator.model.Server;
import org.jspecify.annotations.Nullable;

/** Who looks, and into which database. */
public record Scope(Server server, Database database, String login, Access access, CatalogViews views) {

    public Catalog catalog() {
        return database.catalog();
    }

    public boolean sees(DbObject object) {
        return access.sees(object);
    }

    /** The text, or null for a login that may not read definitions. */
    public @Nullable String definition(DbObject object, @Nullable String text) {
        return access.seesDefinition(object) ? text : null;
    }
}
