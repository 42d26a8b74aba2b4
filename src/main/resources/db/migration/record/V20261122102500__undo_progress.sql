-- How far a change set has been taken back, newest change first; the row goes when all of it is.
create table undo_progress (
    undo uuid primary key references change_set,
    below_seq bigint not null
);
