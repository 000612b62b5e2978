package dev.granary.emulator.ddl;

import dev.granary.emulator.model.Relation;
import dev.granary.emulator.model.Trigger;
import dev.granary.emulator.tsql.Cursor;

/** ENABLE and DISABLE TRIGGER, as statements and within ALTER TABLE. */
final class TriggerSwitch {

    private TriggerSwitch() {}

    static void on(Target target, Cursor cursor, Relation relation, boolean disable) {
        boolean all = cursor.take("ALL");
        var name = all ? "" : cursor.names().getLast();
        for (var trigger : relation.triggers()) {
            if (all || target.catalog().same(trigger.name(), name)) {
                turn(target, trigger, disable);
            }
        }
    }

    /** {@code ENABLE TRIGGER name ON table}, the first word read. */
    static void statement(Target target, Cursor cursor, boolean disable) {
        cursor.expect("TRIGGER");
        int start = cursor.position();
        if (!cursor.take("ALL")) {
            cursor.names();
        }
        cursor.expect("ON");
        if (cursor.take("DATABASE")) {
            int end = cursor.position();
            cursor.back(start);
            var trigger = target.require(cursor.names(), Trigger.class);
            cursor.back(end);
            turn(target, trigger, disable);
            return;
        }
        var relation = target.relation(cursor.names());
        int end = cursor.position();
        cursor.back(start);
        on(target, cursor, relation, disable);
        cursor.back(end);
    }

    private static void turn(Target target, Trigger trigger, boolean disable) {
        trigger.disable(disable);
        target.touch(trigger);
    }
}
