-- The ids of the definitions, all of which are stored by now.
UPDATE incoming AS i
   SET definition_id = d.id
  FROM granary.definition AS d
 WHERE d.hash = i.hash
