-- Takes away those whose processes died or stood still. Rows that somebody holds locked are passed over: their turn comes with the next guest.
DELETE FROM granary.guest
 WHERE id IN (
       SELECT id
         FROM granary.guest
        WHERE until <= now()
          FOR UPDATE SKIP LOCKED)
