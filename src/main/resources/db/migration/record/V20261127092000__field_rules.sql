-- When a field is shown and when it is demanded: filters over the record that it belongs to.

create table overlay_rule (
    type text not null,
    field text not null,
    visible_when jsonb,
    required_when jsonb,
    primary key (type, field),
    constraint overlay_rule_says_something check (visible_when is not null or required_when is not null)
);
