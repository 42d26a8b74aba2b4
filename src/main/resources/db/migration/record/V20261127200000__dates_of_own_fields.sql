-- Calendars look for the records of a stretch of days; new own fields that hold a day or a moment are made with an index, and
-- those that stand get theirs here, named as the program would name it.
do $$
declare
    field record;
begin
    for field in
        select c.relname as owner, a.attname as col
        from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
            and a.attname like 'x\_%' and not a.attisdropped and a.atttypid in ('date'::regtype, 'timestamptz'::regtype)
            and length(c.relname || '_' || a.attname || '_own') <= 60
    loop
        execute format('create index if not exists %I on %I (%I)', field.owner || '_' || field.col || '_own', field.owner, field.col);
    end loop;
end $$;
