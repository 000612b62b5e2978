package dev.granary.changelog;

import java.util.Map;
import java.util.TreeMap;

/** Who may do what: one line per table and view, columns harvester, query service and BI. */
final class Rights {

    private static final String MATRIX = """
            granary.server                         SU    S     -
            granary.harvest_credential             S     -     -
            granary.query_credential               -     S     -
            granary.database                       SIU   S     -
            granary.object_kind                    S     S     -
            granary.aspect                         S     S     -
            granary.name                           SID   S     -
            granary.part                           SIUD  S     -
            granary.definition                     SID   S     -
            granary.definition_part                SID   S     -
            granary.part_column                    SID   S     -
            granary.part_reference                 SID   S     -
            granary.run                            SIU   S     -
            granary.work                           SIUD  S     -
            granary.run_problem                    SID   S     -
            granary.run_server                     SIUD  S     -
            granary.server_pace                    SIUD  -     -
            granary.server_breaker                 SIUD  S     -
            granary.guest                          SIUD  -     -
            granary.object                         SIU   S     -
            granary.object_tag                     -     SID   -
            granary.object_note                    -     SID   -
            granary.placement_current              SIUD  S     -
            granary.placement_closed               SID   S     -
            granary.snapshot                       SIU   S     -
            granary.tree_node                      SID   S     -
            granary.change                         SI    S     -
            granary.harvest_format                 SI    S     -
            granary.server_fact                    SIU   S     -
            granary.server_fact_reading            SIU   S     -
            granary.measure                        SI    S     -
            granary.measure_current                SIUD  S     -
            granary.measurement                    SIU   S     -
            granary.digest                         SIUD  -     -
            granary.api_key                        -     SIUD  -
            granary.hold                           SIU   S     -
            granary.hold_item                      SIUD  S     -
            granary.unconfirmed                    S     S     -
            granary.request                        SU    SI    -
            granary.server_pause                   SIUD  S     -
            granary.server_health                  SIUD  S     -
            granary.unreferenced_definition        SID   -     -
            granary.unreferenced_part              SID   -     -
            granary.unreferenced_node              SID   -     -
            granary.databasechangelog              -     -     -
            granary.databasechangeloglock          -     -     -
            granary.part_content                   -     -     -
            granary.definition_content             -     -     -
            granary.current_object                 -     -     -
            catalog.servers                        -     -     S
            catalog.databases                      -     -     S
            catalog.snapshots                      -     -     S
            catalog.schemas                        -     -     S
            catalog.objects                        -     -     S
            catalog.columns                        -     -     S
            catalog.foreign_keys                   -     -     S
            catalog.module_texts                   -     -     -
            catalog.column_expressions             -     -     -
            catalog.changes                        -     -     S
            catalog.principals                     -     -     -
            catalog.role_members                   -     -     -
            catalog.permissions                    -     -     -
            catalog.classifications                -     -     S
            catalog.dependencies                   -     -     S
            catalog.tags                           -     -     S
            catalog.server_facts                   -     -     S
            catalog.measures                       -     -     S
            catalog.measures_history               -     -     S
            batch.batch_job_instance               SIUD  -     -
            batch.batch_job_execution              SIUD  -     -
            batch.batch_job_execution_params       SIUD  -     -
            batch.batch_job_execution_context      SIUD  -     -
            batch.batch_step_execution             SIUD  -     -
            batch.batch_step_execution_context     SIUD  -     -
            quartz.qrtz_job_details                SIUD  -     -
            quartz.qrtz_triggers                   SIUD  -     -
            quartz.qrtz_simple_triggers            SIUD  -     -
            quartz.qrtz_cron_triggers              SIUD  -     -
            quartz.qrtz_simprop_triggers           SIUD  -     -
            quartz.qrtz_blob_triggers              SIUD  -     -
            quartz.qrtz_calendars                  SIUD  -     -
            quartz.qrtz_paused_trigger_grps        SIUD  -     -
            quartz.qrtz_fired_triggers             SIUD  -     -
            quartz.qrtz_scheduler_state            SIUD  -     -
            quartz.qrtz_locks                      SIUD  -     -
            """;

    static final Map<String, String> HARVESTER = column(1);
    static final Map<String, String> QUERY = column(2);
    static final Map<String, String> BI = column(3);

    private Rights() {}

    private static Map<String, String> column(int index) {
        Map<String, String> rights = new TreeMap<>();
        MATRIX.lines()
                .map(line -> line.split(" +"))
                .forEach(cells -> rights.put(cells[0], cells[index].equals("-") ? "" : cells[index]));
        return rights;
    }
}
