-- How a type is laid out: the sections of its record page and form, and the columns of its lists. For one role, or for all
-- whose roles have none of their own. An empty trait is as shipped.

create table overlay_layout (
    type text not null,
    role uuid references record_identity on delete cascade,
    sections jsonb,
    list_columns jsonb,
    constraint overlay_layout_once unique nulls not distinct (type, role)
);
