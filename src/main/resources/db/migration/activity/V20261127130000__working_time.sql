-- When a site works: its weekly hours, and the days off of the whole organisation. Moving feasts are entered or imported.

create table work_calendar (
    id uuid primary key references record_identity,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    created_by uuid,
    updated_at timestamptz not null default now(),
    updated_by uuid,
    owner_id uuid references app_user,
    team_id uuid references team,
    deleted_at timestamptz,
    search_text text not null default '',
    name text not null,
    main boolean,
    time_zone text,
    saturday text,
    sunday text,
    monday text,
    tuesday text,
    wednesday text,
    thursday text,
    friday text,
    quiet_days integer
);
create index work_calendar_created on work_calendar (created_at, id) where deleted_at is null;

create table holiday (
    id uuid primary key references record_identity,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    created_by uuid,
    updated_at timestamptz not null default now(),
    updated_by uuid,
    owner_id uuid references app_user,
    team_id uuid references team,
    deleted_at timestamptz,
    search_text text not null default '',
    day date not null,
    name text not null,
    calendar_id uuid references work_calendar
);
create unique index holiday_day on holiday (day) where deleted_at is null;
create index holiday_words on holiday using gin (search_text gin_trgm_ops) where deleted_at is null;
create index holiday_created on holiday (created_at, id) where deleted_at is null;
create index holiday_calendar on holiday (calendar_id) where deleted_at is null;

-- Identifiers are fixed, so that two installations know the same day by the same name.
insert into record_identity (id, type) values ('01934000-0000-7000-8000-000000000001', 'work-calendars');
insert into work_calendar
    (id, name, main, saturday, sunday, monday, tuesday, wednesday, thursday, quiet_days, search_text)
values
    ('01934000-0000-7000-8000-000000000001', 'ساعت کاری', true, '08:00-17:00', '08:00-17:00', '08:00-17:00',
     '08:00-17:00', '08:00-17:00', '08:00-13:00', 30, search_text('ساعت کاری'));

-- The holidays that fall on fixed days of the Jalali year, 1403 to 1407.
create temporary table fixed_holiday on commit drop as
select ('01934000-0000-7000-8000-1' || lpad(row_number() over (order by day)::text, 11, '0'))::uuid as id, day::date, name
from (values
    -- 1403
    ('2024-03-20', 'نوروز'),
    ('2024-03-21', 'عید نوروز'),
    ('2024-03-22', 'عید نوروز'),
    ('2024-03-23', 'عید نوروز'),
    ('2024-03-31', 'روز جمهوری اسلامی'),
    ('2024-04-01', 'روز طبیعت'),
    ('2024-06-03', 'رحلت امام خمینی'),
    ('2024-06-04', 'قیام ۱۵ خرداد'),
    ('2025-02-10', 'پیروزی انقلاب اسلامی'),
    ('2025-03-19', 'ملی شدن صنعت نفت'),
    -- 1404
    ('2025-03-21', 'نوروز'),
    ('2025-03-22', 'عید نوروز'),
    ('2025-03-23', 'عید نوروز'),
    ('2025-03-24', 'عید نوروز'),
    ('2025-04-01', 'روز جمهوری اسلامی'),
    ('2025-04-02', 'روز طبیعت'),
    ('2025-06-04', 'رحلت امام خمینی'),
    ('2025-06-05', 'قیام ۱۵ خرداد'),
    ('2026-02-11', 'پیروزی انقلاب اسلامی'),
    ('2026-03-20', 'ملی شدن صنعت نفت'),
    -- 1405
    ('2026-03-21', 'نوروز'),
    ('2026-03-22', 'عید نوروز'),
    ('2026-03-23', 'عید نوروز'),
    ('2026-03-24', 'عید نوروز'),
    ('2026-04-01', 'روز جمهوری اسلامی'),
    ('2026-04-02', 'روز طبیعت'),
    ('2026-06-04', 'رحلت امام خمینی'),
    ('2026-06-05', 'قیام ۱۵ خرداد'),
    ('2027-02-11', 'پیروزی انقلاب اسلامی'),
    ('2027-03-20', 'ملی شدن صنعت نفت'),
    -- 1406
    ('2027-03-21', 'نوروز'),
    ('2027-03-22', 'عید نوروز'),
    ('2027-03-23', 'عید نوروز'),
    ('2027-03-24', 'عید نوروز'),
    ('2027-04-01', 'روز جمهوری اسلامی'),
    ('2027-04-02', 'روز طبیعت'),
    ('2027-06-04', 'رحلت امام خمینی'),
    ('2027-06-05', 'قیام ۱۵ خرداد'),
    ('2028-02-11', 'پیروزی انقلاب اسلامی'),
    ('2028-03-19', 'ملی شدن صنعت نفت'),
    -- 1407
    ('2028-03-20', 'نوروز'),
    ('2028-03-21', 'عید نوروز'),
    ('2028-03-22', 'عید نوروز'),
    ('2028-03-23', 'عید نوروز'),
    ('2028-03-31', 'روز جمهوری اسلامی'),
    ('2028-04-01', 'روز طبیعت'),
    ('2028-06-03', 'رحلت امام خمینی'),
    ('2028-06-04', 'قیام ۱۵ خرداد'),
    ('2029-02-10', 'پیروزی انقلاب اسلامی'),
    ('2029-03-19', 'ملی شدن صنعت نفت')
) as fixed (day, name);
insert into record_identity (id, type) select id, 'holidays' from fixed_holiday;
insert into holiday (id, day, name, search_text) select id, day, name, search_text(name) from fixed_holiday;
