package org.peyvand.access.permission;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.CalendarSystem;
import org.peyvand.locale.DigitStyle;
import org.peyvand.locale.MoneyUnit;
import org.peyvand.locale.Presentation;
import org.peyvand.setting.Settings;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Loads a {@link Member} with teams and roles in one statement. */
@Component
class MemberQuery {

    private static final String SQL = """
            select u.id, u.name, u.email, u.active, u.team_id, u.locale, u.time_zone, u.calendar, u.digits, u.money_unit,
                u.theme, u.density,
                exists (select 1 from record_share s where s.grantee_id in (u.id, u.team_id)) as shared_with,
                array(
                    with recursive below as (
                        select u.team_id as id where u.team_id is not null
                        union
                        select t.id from team t join below b on t.parent_id = b.id where t.deleted_at is null)
                    select id from below) as teams_below,
                (select jsonb_agg(jsonb_build_object('id', r.id, 'types', r.types, 'fields', r.fields) order by e.nth)::text
                    from jsonb_array_elements(u.roles) with ordinality e (held, nth)
                    join role r on r.id = (e.held ->> 'id')::uuid
                    where r.deleted_at is null) as granted
            from app_user u
            where u.id = {0} and u.deleted_at is null
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DSLContext sql;
    private final Settings settings;

    MemberQuery(DSLContext sql, Settings settings) {
        this.sql = sql;
        this.settings = settings;
    }

    Optional<Member> find(UUID user) {
        Record row = sql.fetchOne(SQL, DSL.val(user));
        return Optional.ofNullable(row).map(this::member);
    }

    private Member member(Record row) {
        UUID[] below = row.get("teams_below", UUID[].class);
        return new Member(
                row.get("id", UUID.class),
                row.get("name", String.class),
                row.get("email", String.class),
                row.get("active", Boolean.class),
                row.get("team_id", UUID.class),
                Arrays.stream(below).collect(Collectors.toUnmodifiableSet()),
                permissions(row.get("granted", String.class)),
                presentation(row),
                row.get("theme", String.class),
                row.get("density", String.class),
                row.get("shared_with", Boolean.class));
    }

    private static Permissions permissions(@Nullable String granted) {
        if (granted == null) {
            return Permissions.NOTHING;
        }
        List<UUID> roles = new ArrayList<>();
        List<Grant> grants = new ArrayList<>();
        boolean administrator = false;
        for (JsonNode role : JSON.readTree(granted)) {
            grants.add(Grant.of(role.get("types"), role.get("fields")));
            UUID id = UUID.fromString(role.get("id").stringValue());
            roles.add(id);
            administrator |= id.equals(ShippedRoles.ADMINISTRATOR.id());
        }
        return new Permissions(roles, grants, administrator);
    }

    private Presentation presentation(Record row) {
        String language = row.get("locale", String.class);
        Presentation usual = Presentation.of(language == null ? settings.locale() : Locale.of(language));
        return new Presentation(
                usual.language(),
                zone(row.get("time_zone", String.class)),
                chosen(CalendarSystem.class, row.get("calendar", String.class), usual.calendar()),
                chosen(DigitStyle.class, row.get("digits", String.class), usual.digits()),
                chosen(MoneyUnit.class, row.get("money_unit", String.class), usual.moneyUnit()));
    }

    private ZoneId zone(@Nullable String name) {
        try {
            return name == null ? settings.timeZone() : ZoneId.of(name);
        } catch (DateTimeException _) {
            return settings.timeZone();
        }
    }

    private static <E extends Enum<E>> E chosen(Class<E> kind, @Nullable String key, E usual) {
        return key == null ? usual : Enum.valueOf(kind, key.toUpperCase(Locale.ROOT));
    }
}
