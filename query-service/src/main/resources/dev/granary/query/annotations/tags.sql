-- A tag of an object, who put it on and when, in the order of their bytes; an empty :after means from the start.
SELECT tag, tagged_by AS by, tagged_at AS at
  FROM granary.object_tag
 WHERE object_id = :object AND tag > :after
 ORDER BY tag
 LIMIT :limit
