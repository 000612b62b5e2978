package dev.granary.harvester.absence;

import dev.granary.harvester.sql.SqlFile;
import dev.granary.model.Aspect;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stages again, as they were, the parts of known objects that this reading could not see. */
public final class CarriedParts {

    private static final String CARRY = SqlFile.read(CarriedParts.class, "carry_parts");
    private static final String STAGE_KNOWN = SqlFile.read(CarriedParts.class, "stage_known");
    private static final String STAGE_VANISHED = SqlFile.read(CarriedParts.class, "stage_vanished");
    private static final String STAGE_NAMES = SqlFile.read(CarriedParts.class, "stage_names");
    private static final String UNSTAGE_NONE = SqlFile.read(CarriedParts.class, "unstage_none");

    private final JdbcClient store;

    public CarriedParts(JdbcClient store) {
        this.store = store;
    }

    /**
     * Needs {@code incoming} to be matched; after it, {@code incoming} must be made and matched anew.
     *
     * @param loss what the login sees less than before
     * @param released whether that is meant, so that what no longer can be read becomes unknown
     * @return how many parts are carried forward
     */
    public int carry(int database, long run, SightLoss loss, boolean released) {
        int parts = store.sql(CARRY)
                .params(Map.of("database", database, "run", run, "fell", loss.isAny()))
                .update();
        if (parts > 0) {
            store.sql("ANALYZE carried_part").update();
            store.sql(STAGE_KNOWN).update();
            store.sql(STAGE_VANISHED).update();
            store.sql(STAGE_NAMES).update();
        }
        if (!released) {
            store.sql(UNSTAGE_NONE)
                    .param("database", database)
                    .param("aspects", loss.aspects().stream().map(Aspect::code).toArray(Integer[]::new))
                    .update();
        }
        return parts;
    }
}
