package dev.granary.harvester.assemble;

import dev.granary.harvester.catalog.Right;
import dev.granary.harvester.catalog.VisibilityRow;
import org.jspecify.annotations.Nullable;

/** What the login may see of a database, as far as the engine tells. */
final class LoginSight {

    private VisibilityRow told = new VisibilityRow(null, null, null);

    void told(VisibilityRow row) {
        told = row;
    }

    /** What the login may see of definitions; null where the engine did not say. */
    @Nullable
    Boolean definitions() {
        return told.viewDefinition() == null ? null : told.viewDefinition() == 1;
    }

    /** Whether the engine said that the login lacks a right without which it sees a part only and no error says so. */
    boolean lacks(Right right) {
        var has =
                switch (right) {
                    case VIEW_SECURITY_DEFINITION -> told.viewSecurityDefinition();
                    case VIEW_CLASSIFICATION -> told.viewClassification();
                    // Half a sight of definitions is read for what it is worth; a missing SELECT is an error of its
                    // own.
                    case CONNECT, VIEW_DEFINITION, SELECT_DEPENDENCIES -> null;
                    case LOGIN -> null;
                };
        return has != null && has == 0;
    }
}
