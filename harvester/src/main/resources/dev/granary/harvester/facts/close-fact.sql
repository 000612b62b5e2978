-- Ends what a server said before, where it now says otherwise. Two sweeps in one instant leave the row to the next.
UPDATE granary.server_fact
   SET seen_to = now()
 WHERE server_id = :server AND fact = :fact AND seen_to IS NULL AND hash <> :hash AND seen_from < now()
