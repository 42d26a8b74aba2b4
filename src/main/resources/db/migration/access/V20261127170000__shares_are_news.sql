-- Every node knows of its users whether anything is shared with them, so a first share must be told.

create trigger share_changed after insert or update or delete on record_share
    for each statement execute function notify_access();
