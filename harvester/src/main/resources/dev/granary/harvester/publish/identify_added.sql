-- Gives every incoming row that matched nothing an object of its own. The sequence is looked up once, not for every row.
UPDATE incoming
   SET object_id = nextval(ids.sequence), event = 'added'
  FROM (SELECT CAST(pg_get_serial_sequence('granary.object', 'id') AS regclass) AS sequence OFFSET 0) AS ids
 WHERE object_id IS NULL
