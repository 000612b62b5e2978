-- Adds the names that are new, in the order given: the caller sorts them, so that concurrent harvests cannot deadlock.
INSERT INTO granary.name (name, fold)
SELECT n.name, n.fold
  FROM unnest(?::text[], ?::text[]) WITH ORDINALITY AS n (name, fold, place)
 ORDER BY n.place
    ON CONFLICT (name) DO NOTHING
