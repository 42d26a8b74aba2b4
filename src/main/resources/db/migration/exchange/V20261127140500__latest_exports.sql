-- The administrator looks at who took what out, newest first.

create index export_run_latest on export_run (created_at desc);
