-- Lists and searches read the words of records from an index alone as long as PostgreSQL knows that a page of the table holds
-- nothing that is not for everyone; whoever changes a record makes it forget that, and sweeping makes it remember. By its own
-- measure it would sweep after a fifth of all records have changed, and until then lists grow several times as slow.
alter table lead set (
    autovacuum_vacuum_threshold = 500,
    autovacuum_vacuum_scale_factor = 0.002,
    autovacuum_vacuum_insert_threshold = 500,
    autovacuum_vacuum_insert_scale_factor = 0.002
);
alter table opportunity set (
    autovacuum_vacuum_threshold = 500,
    autovacuum_vacuum_scale_factor = 0.002,
    autovacuum_vacuum_insert_threshold = 500,
    autovacuum_vacuum_insert_scale_factor = 0.002
);
