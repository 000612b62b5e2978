-- One row: whether the run was started to apply a hold of the database by which the login sees less than before, be it that it lists parts.
SELECT EXISTS (SELECT
                 FROM granary.hold AS h
                WHERE h.database_id = :database
                  AND h.state = 'open'
                  AND h.release_run_id = :run
                  AND (h.code = 'visibility-fell'
                       OR EXISTS (SELECT
                                    FROM granary.hold_item AS x
                                   WHERE x.hold_id = h.id AND x.released AND x.aspects IS NOT NULL)))
