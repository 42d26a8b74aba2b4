-- Owners are users, and records go to teams.

alter table pipeline
    add foreign key (owner_id) references app_user,
    add foreign key (team_id) references team;
alter table stage
    add foreign key (owner_id) references app_user,
    add foreign key (team_id) references team;
alter table competitor
    add foreign key (owner_id) references app_user,
    add foreign key (team_id) references team;
alter table opportunity
    add foreign key (owner_id) references app_user,
    add foreign key (team_id) references team;
alter table lead
    add foreign key (owner_id) references app_user,
    add foreign key (team_id) references team;
