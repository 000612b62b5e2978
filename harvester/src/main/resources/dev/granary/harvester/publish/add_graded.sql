-- A batch of grades; the arrays are parallel.
INSERT INTO graded (object_id, breaking, consequence, cause, detail)
SELECT * FROM unnest(?::int[], ?::boolean[], ?::boolean[], ?::smallint[], ?::text[])
