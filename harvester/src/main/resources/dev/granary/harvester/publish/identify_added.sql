-- Gives every incoming row that matched nothing an object of its own.
UPDATE incoming
   SET object_id = nextval(pg_get_serial_sequence('granary.object', 'id')), event = 'added'
 WHERE object_id IS NULL
