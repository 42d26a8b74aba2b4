-- Where users are reached by SMS.

alter table app_user add column mobile text;
