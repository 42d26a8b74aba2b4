-- Owners are users, and records go to teams.

alter table account
    add foreign key (owner_id) references app_user,
    add foreign key (team_id) references team;
alter table contact
    add foreign key (owner_id) references app_user,
    add foreign key (team_id) references team;
alter table account_contact
    add foreign key (owner_id) references app_user,
    add foreign key (team_id) references team;
