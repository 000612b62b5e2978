-- Settings of a transaction that holds a lock for which others wait. It does not wait for the disk: a lease that a crash of the store forgets may be
-- given once more under the same fence, and of the two who hold it only one publishes, for that ends the lease. Planning takes longer than finding,
-- and bitmap scans visit every dead version of a row that once was leased, where index scans forget them as they go.
SELECT set_config('synchronous_commit', 'off', true)
       || set_config('plan_cache_mode', 'force_generic_plan', true)
       || set_config('enable_bitmapscan', 'off', true) IS NOT NULL
