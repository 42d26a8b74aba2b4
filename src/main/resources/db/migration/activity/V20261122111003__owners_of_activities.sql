-- Owners are users, and records go to teams.

alter table task
    add foreign key (owner_id) references app_user,
    add foreign key (team_id) references team;
alter table note
    add foreign key (owner_id) references app_user,
    add foreign key (team_id) references team;
alter table call
    add foreign key (owner_id) references app_user,
    add foreign key (team_id) references team;
alter table meeting
    add foreign key (owner_id) references app_user,
    add foreign key (team_id) references team;
