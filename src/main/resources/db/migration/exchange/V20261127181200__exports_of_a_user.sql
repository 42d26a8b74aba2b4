-- What somebody exported last is what they are offered next.

create index export_run_by on export_run (created_by, type, created_at desc);
