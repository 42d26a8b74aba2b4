-- Owners are users, and records go to teams.

alter table product
    add foreign key (owner_id) references app_user,
    add foreign key (team_id) references team;
