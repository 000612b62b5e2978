package dev.granary.harvester.publish;

import dev.granary.comparison.HarvestFormat;
import dev.granary.harvester.assemble.DatabaseReading;
import dev.granary.harvester.assemble.Section;
import dev.granary.model.Aspect;
import dev.granary.model.ObjectKind;
import java.util.EnumSet;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the harvesters of snapshots could tell, kept once each. */
final class Formats {

    private final JdbcClient store;

    Formats(JdbcClient store) {
        this.store = store;
    }

    /** That of a database's last snapshot. */
    Optional<HarvestFormat> last(int database) {
        return store.sql("""
                        SELECT f.body
                          FROM granary.snapshot AS s
                          JOIN granary.harvest_format AS f ON f.id = s.format_id
                         WHERE s.database_id = ?
                         ORDER BY s.sequence DESC
                         LIMIT 1""").param(database).query(String.class).optional().map(HarvestFormat::parse);
    }

    /** That of a snapshot that follows: where sections were not read, what they feed stays as the last one told it. */
    static HarvestFormat of(Optional<HarvestFormat> last, DatabaseReading reading) {
        if (last.isEmpty()) {
            return HarvestFormat.current();
        }
        var listed = EnumSet.noneOf(ObjectKind.class);
        var read = EnumSet.noneOf(Aspect.class);
        for (var section : reading.sections()) {
            read.addAll(section.aspects());
            Section.named(section.section()).map(Section::listed).ifPresent(listed::addAll);
        }
        return last.get().withReadUnder(HarvestFormat.current(), listed, read);
    }

    /** Its number, under which it is stored from now on. */
    int idOf(HarvestFormat format) {
        var body = format.json();
        store.sql("INSERT INTO granary.harvest_format (body) SELECT ? WHERE NOT EXISTS"
                        + " (SELECT FROM granary.harvest_format WHERE body = ?) ON CONFLICT (body) DO NOTHING")
                .param(body)
                .param(body)
                .update();
        return store.sql("SELECT id FROM granary.harvest_format WHERE body = ?")
                .param(body)
                .query(Integer.class)
                .single();
    }
}
