-- Cards of people bring pictures that no field takes; the report says how many were left out.

alter table import_run add column pictures bigint not null default 0;
