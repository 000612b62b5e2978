-- Names the system made are no content: where only they changed, the placement stays and carries the new ones.
UPDATE granary.placement_current AS c
   SET system_names = i.system_names
  FROM incoming AS i
 WHERE c.object_id = i.object_id
   AND c.system_names IS DISTINCT FROM i.system_names
