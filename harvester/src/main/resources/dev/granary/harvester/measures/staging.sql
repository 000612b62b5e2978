-- Where a measuring waits until its source has been read to the end: temporary, one set per connection, emptied for each database.
CREATE TEMPORARY TABLE IF NOT EXISTS measured (
    source_id      integer NOT NULL,
    index_id       integer NOT NULL,
    rows           bigint NOT NULL,
    reserved_bytes bigint,
    used_bytes     bigint
);
CREATE TEMPORARY TABLE IF NOT EXISTS measured_index (
    source_id integer NOT NULL,
    index_id  integer NOT NULL,
    name      text NOT NULL
);
CREATE TEMPORARY TABLE IF NOT EXISTS measured_object (
    object_id      integer NOT NULL,
    index_id       integer NOT NULL,
    rows           bigint NOT NULL,
    reserved_bytes bigint,
    used_bytes     bigint,
    index_name     text
);
TRUNCATE measured, measured_index, measured_object
