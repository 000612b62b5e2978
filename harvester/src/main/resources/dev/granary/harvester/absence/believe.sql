-- Takes for gone what nothing keeps: no rejected hold, and no open one that only a person ends.
UPDATE missing AS m
   SET cause = 'source'
 WHERE m.cause IS NULL
   AND (m.standing IS NULL OR m.standing = 'open' AND m.standing_code NOT IN ('too-many-losses', 'filter-changed'))
