-- Every node forgets the colours of tags as soon as any of them changes.
create function notify_tag() returns trigger language plpgsql as $$
begin
    perform pg_notify('tag', '');
    return null;
end
$$;
create trigger tag_changed after insert or update or delete on tag for each statement execute function notify_tag();
