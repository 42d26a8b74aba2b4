-- A company of accounts, contacts and opportunities as the write gate would have stored them, the same in every run.

-- Version 7: kinds are told apart by what stands where chance would, records of one kind rise with their number.
create function pg_temp.id(kind integer, number bigint) returns uuid language sql immutable as $$
    select (lpad(to_hex(1732000000000 + number * 50), 12, '0') || '7' || lpad(to_hex(kind), 3, '0') || '8000'
        || lpad(to_hex(number), 12, '0'))::uuid
$$;

-- Chance without luck: a number from 0 that depends on what is asked and on nothing else.
create function pg_temp.chance(number bigint, salt integer, sides bigint) returns integer language sql immutable as $$
    select ((hashint8extended(number, salt) & 9223372036854775807) % sides)::integer
$$;

create function pg_temp.pick(words text[], number bigint, salt integer) returns text language sql immutable as $$
    select words[1 + pg_temp.chance(number, salt, cardinality(words))]
$$;

insert into record_identity (id, type) select pg_temp.id(1, n), 'teams' from generate_series(0, 3) n;
insert into team (id, search_text, name)
    select pg_temp.id(1, n), search_text(name), name
    from (select n, 'فروش ' || ('{تهران,اصفهان,تبریز,شیراز}'::text[])[n + 1] as name from generate_series(0, 3) n) each;

insert into record_identity (id, type) select pg_temp.id(2, n), 'users' from generate_series(0, 19) n;
insert into app_user (id, team_id, search_text, name, email, active, roles)
    select pg_temp.id(2, n), pg_temp.id(1, n % 4), search_text('فروشنده ' || n) || ' seller' || n || ' example ir',
        'فروشنده ' || n, 'seller' || n || '@example.ir', true,
        '[{"id": "01900000-0000-7000-8000-000000000003", "type": "roles", "name": "seller"}]'
    from generate_series(0, 19) n;

-- Foreign keys hold by construction, and indexes are built once, after the rows.
set session_replication_role = replica;
set maintenance_work_mem = '256MB';

create temp table bench_index as
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i
    where i.indrelid in ('account'::regclass, 'contact'::regclass, 'opportunity'::regclass) and not i.indisprimary;

do $$
declare each record;
begin
    for each in select name from bench_index loop
        execute 'drop index ' || each.name;
    end loop;
end
$$;

insert into record_identity (id, type) select pg_temp.id(3, n), 'accounts' from generate_series(1, ${accounts}) n;
insert into account (id, created_at, created_by, updated_at, updated_by, owner_id, team_id, search_text, name, kind,
        industry, phone, phones, source, lifecycle, tier)
    select pg_temp.id(3, n), at, owner, at, owner, owner, team, search_text(name) || ' ' || substr(phone, 2), name,
        'organization', pg_temp.pick('{food,construction,industry,oil,automotive,health,technology,retail}', n, 35), phone,
        jsonb_build_array(jsonb_build_object(
            'value', phone, 'type', 'work', 'primary', true, 'optOut', false, 'invalid', false)),
        pg_temp.pick('{website,referral,exhibition,phone,social,partner}', n, 36),
        pg_temp.pick('{prospect,opportunity,customer,customer,inactive}', n, 37),
        pg_temp.pick('{gold,silver,bronze,null}', n, 38)
    from (
        select n,
            timestamptz '2024-11-22' + n * (interval '2 years' / ${accounts}) as at,
            pg_temp.id(2, pg_temp.chance(n, 31, 20)) as owner,
            pg_temp.id(1, pg_temp.chance(n, 31, 20) % 4) as team,
            pg_temp.pick('{شرکت,گروه صنعتی,بازرگانی,مهندسی,تولیدی,پخش,کارخانجات,فروشگاه‌های}', n, 32) || ' '
                || pg_temp.pick('{پارس,البرز,زاگرس,خزر,آریا,سپهر,کیمیا,مهر,نوین,پیشرو,ایران,توس,ارس,دماوند,کویر,صبا}', n, 33)
                || ' ' || pg_temp.pick('{گستر,سازه,تجارت,پرداز,افزار,صنعت,شیمی,طب,دارو,نیرو,فولاد,چوب,سیستم,ارتباط}', n, 34)
                || ' ' || n as name,
            '+9821' || lpad((20000000 + n * 7919 % 60000000)::text, 8, '0') as phone
        from generate_series(1, ${accounts}::bigint) n) each;

insert into record_identity (id, type) select pg_temp.id(4, n), 'contacts' from generate_series(1, ${contacts}) n;
insert into contact (id, created_at, created_by, updated_at, updated_by, owner_id, team_id, search_text, first_name,
        last_name, name, account_id, job_title, email, mobile, emails, phones, source)
    select pg_temp.id(4, n), at, owner, at, owner, owner, team,
        search_text(first || ' ' || last) || ' ' || search_text(email) || ' ' || substr(mobile, 2),
        first, last, first || ' ' || last, pg_temp.id(3, account),
        pg_temp.pick('{مدیرعامل,مدیر خرید,کارشناس خرید,مدیر مالی,مدیر فنی,کارشناس فنی,انباردار,مدیر فروش}', n, 45), email, mobile,
        jsonb_build_array(jsonb_build_object(
            'value', email, 'type', 'work', 'primary', true, 'optOut', false, 'invalid', false)),
        jsonb_build_array(jsonb_build_object(
            'value', mobile, 'type', 'mobile', 'primary', true, 'optOut', false, 'invalid', false)),
        pg_temp.pick('{website,referral,exhibition,phone,social,partner}', n, 46)
    from (
        select n, account,
            timestamptz '2024-11-22' + n * (interval '2 years' / ${contacts}) as at,
            pg_temp.id(2, pg_temp.chance(account, 31, 20)) as owner,
            pg_temp.id(1, pg_temp.chance(account, 31, 20) % 4) as team,
            pg_temp.pick('{علی,محمد,حسین,رضا,مهدی,امیر,سعید,حمید,مجید,ناصر,پویا,آرش,بهرام,کاوه,سینا,کیان,نیما,فرهاد,شهرام,جواد,'
                'زهرا,فاطمه,مریم,سارا,نرگس,لیلا,مینا,نازنین,پریسا,شیرین,الهام,سمیه,مهسا,نگار,ترانه,بهار,یلدا,رویا,آیدا,هانیه}', n, 42) as first,
            pg_temp.pick('{کریمی,محمدی,احمدی,حسینی,رضایی,موسوی,جعفری,صادقی,مرادی,قاسمی,اکبری,رحیمی,نوری,یوسفی,شریفی,باقری,'
                'کاظمی,سلیمانی,عباسی,حیدری,ملکی,طاهری,فرهادی,امینی,بهرامی,داوودی,زارعی,سعیدی,شفیعی,صالحی,ضیایی,عظیمی,'
                'غفاری,فتحی,کمالی,گودرزی,لطفی,مظاهری,نجفی,وحیدی}', n, 43)
                || pg_temp.pick('{"",""," اصل"," نژاد"," پور"," زاده"," فر"," تبار"," راد"," منش"," خواه"," تهرانی"," اصفهانی",'
                '" شیرازی"," تبریزی"," کرمانی"," یزدی"," قمی"," گیلانی"," همدانی"}', n, 44) as last,
            'c' || n || '@example.ir' as email,
            '+98912' || lpad((n * 7919 % 10000000)::text, 7, '0') as mobile
        from (select n, 1 + pg_temp.chance(n, 41, ${accounts}) as account
            from generate_series(1, ${contacts}::bigint) n) numbers) each;

-- Deals of two years: those of the last weeks are open, as are a few forgotten ones.
insert into record_identity (id, type) select pg_temp.id(5, n), 'opportunities' from generate_series(1, ${opportunities}) n;
insert into opportunity (id, created_at, created_by, updated_at, updated_by, owner_id, team_id, search_text, name, account_id,
        amount, amount_currency, pipeline_id, stage_id, close_date, probability, forecast_category, lost_reason, source,
        stage_changed_at, won_at, lost_at)
    select pg_temp.id(5, n), at, owner, at, owner, owner, team, search_text(each.name), each.name, pg_temp.id(3, account),
        (1 + pg_temp.chance(n, 54, 5000)) * 10000000::numeric, 'IRR', stage.pipeline_id, stage.id,
        (at + life)::date, stage.probability, stage.forecast_category, case stage.kind when 'lost' then 'price' end,
        pg_temp.pick('{website,referral,exhibition,phone,social,partner}', n, 55), moved,
        case stage.kind when 'won' then moved end, case stage.kind when 'lost' then moved end
    from (
        select n, account, at, life,
            pg_temp.id(2, pg_temp.chance(account, 31, 20)) as owner,
            pg_temp.id(1, pg_temp.chance(account, 31, 20) % 4) as team,
            pg_temp.pick('{نرم‌افزار فروش,پشتیبانی سالانه,خط تولید,تجهیزات آزمایشگاه,قطعات یدکی,خدمات نصب,مواد اولیه,بسته‌بندی}', n, 53)
                || ' ' || n as name,
            case when open then 1 + pg_temp.chance(n, 56, 4) when pg_temp.chance(n, 57, 100) < 34 then 5 else 6 end as place,
            case when open then at + life / 4 else least(at + life, timestamptz '2026-11-22') end as moved
        from (
            select n, account, at, life, at + life > timestamptz '2026-11-22' or pg_temp.chance(n, 58, 100) < 2 as open
            from (
                select n, 1 + pg_temp.chance(n, 51, ${accounts}) as account,
                    timestamptz '2024-11-22' + n * (interval '2 years' / ${opportunities}) as at,
                    interval '1 day' * (10 + pg_temp.chance(n, 52, 70)) as life
                from generate_series(1, ${opportunities}::bigint) n) numbers) lives) each
    join stage on stage.id = ('0190a000-0000-7000-8000-00000000000' || place)::uuid;

insert into opportunity_tally (team_id, pipeline_id, stage_id, close_date, amount_currency, records, amounts, total)
    select team_id, pipeline_id, stage_id, close_date, amount_currency, count(*), count(amount), sum(amount)
    from opportunity where deleted_at is null group by 1, 2, 3, 4, 5;

insert into change_set (id, by_name, actor, kind, label, records)
    values (pg_temp.id(6, 0), 'Peyvand', 'system', 'demo', 'benchmark', ${accounts} + ${contacts} + ${opportunities});
insert into change (change_set_id, record_id, type, act, version)
    select pg_temp.id(6, 0), id, type, 'create', 1 from record_identity where type in ('accounts', 'contacts', 'opportunities');

do $$
declare each record;
begin
    for each in select definition from bench_index loop
        execute each.definition;
    end loop;
end
$$;

set session_replication_role = origin;
