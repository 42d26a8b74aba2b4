-- Who takes part in a meeting: users of the program and contacts. Users see the meeting for as long as they do.

create table meeting_participant (
    id uuid primary key references record_identity,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    created_by uuid,
    updated_at timestamptz not null default now(),
    updated_by uuid,
    owner_id uuid,
    team_id uuid,
    deleted_at timestamptz,
    search_text text not null default '',
    meeting_id uuid not null references meeting,
    user_id uuid references app_user,
    contact_id uuid references contact,
    response text,
    constraint meeting_participant_one_person check (num_nonnulls(user_id, contact_id) = 1)
);
create index meeting_participant_created on meeting_participant (created_at, id) where deleted_at is null;
create index meeting_participant_meeting on meeting_participant (meeting_id) where deleted_at is null;
create index meeting_participant_user on meeting_participant (user_id) where deleted_at is null;
create index meeting_participant_contact on meeting_participant (contact_id) where deleted_at is null;

-- Whatever writes a participant, an undo too, gives or takes the sight of the meeting in the same transaction.
create function show_meeting_to_participant() returns trigger language plpgsql as $$
declare
    touched meeting_participant;
begin
    foreach touched in array case tg_op when 'INSERT' then array[new] when 'UPDATE' then array[old, new] else array[old] end
    loop
        if touched.user_id is null then
            continue;
        end if;
        if exists (select from meeting_participant p
                where p.meeting_id = touched.meeting_id and p.user_id = touched.user_id and p.deleted_at is null) then
            insert into record_share (record_id, grantee_id, writable, implied)
            values (touched.meeting_id, touched.user_id, false, true) on conflict do nothing;
        else
            delete from record_share
            where record_id = touched.meeting_id and grantee_id = touched.user_id and implied;
        end if;
    end loop;
    return null;
end $$;

create trigger meeting_shown after insert or delete or update of meeting_id, user_id, deleted_at on meeting_participant
    for each row execute function show_meeting_to_participant();
