-- What users typed into forms and have not sent yet: offered again when the form is opened, gone when it is sent.
create table unsent_form (
    user_id uuid not null references app_user on delete cascade,
    form text not null,
    content text not null,
    at timestamptz not null default now(),
    primary key (user_id, form),
    constraint unsent_form_name check (length(form) between 1 and 100),
    constraint unsent_form_size check (octet_length(content) <= 65536)
);
create index unsent_form_at on unsent_form (at);
