-- One row per registered server, disabled ones too, in the order of their names.
SELECT name, environment, CAST(array_to_json(tags) AS text) AS tags, version, enabled, status
  FROM granary.server
 WHERE name COLLATE "C" > :after
 ORDER BY name COLLATE "C"
 LIMIT :limit
