package org.peyvand.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.peyvand.customer.Contact;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.Field;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.RecordIds;
import org.peyvand.record.write.Write;
import org.peyvand.sales.Opportunity;

/** What somebody changes: each write is one transaction on disk, with its change set and its change. */
final class WriteQuestions {

    private static final String CREATE = """
            with identity as (insert into record_identity (id, type) values (?, 'contacts')),
            made as (insert into contact (id, created_by, updated_by, owner_id, team_id, search_text, first_name, last_name,
                    name, account_id, email, mobile, emails, phones)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)),
            act as (insert into change_set (id, by_user, by_name, actor, kind, records) values (?, ?, ?, ?, 'edit', 1))
            insert into change (change_set_id, record_id, type, act, version) values (?, ?, 'contacts', 'create', 1)
            """;

    private static final String CHANGE = """
            with act as (insert into change_set (id, by_user, by_name, actor, kind, records) values (?, ?, ?, 'user', 'edit', 1)),
            old as (select id, %1$s as before from %2$s where id = ?),
            done as (update %2$s t set %3$s, version = version + 1, updated_at = now(), updated_by = ?
                from old where t.id = old.id returning t.id, t.version, old.before)
            insert into change (change_set_id, record_id, type, act, version, fields)
            select ?, id, ?, 'update', version, jsonb_build_object(?::text, jsonb_build_array(before, ?::text)) from done
            """;

    private static final int OPEN_STAGES = 4;

    private final Subject subject;
    private final BareSql bare;
    private final Reader reader;
    private final List<UUID> contacts;
    private final List<UUID> deals;
    private final UUID account;
    private final Map<UUID, Integer> positions;

    /**
     * Questions of one reader.
     *
     * @param positions where deals stand among the stages, shared by readers who may move the same deal
     */
    WriteQuestions(Subject subject, BareSql bare, Reader reader, Map<UUID, Integer> positions) throws SQLException {
        this.subject = subject;
        this.bare = bare;
        this.reader = reader;
        this.positions = positions;
        String mine = reader.seesAll() ? "" : " and t.owner_id = '" + reader.user() + "'";
        this.contacts = bare.ids("select t.id from contact t where t.deleted_at is null" + mine + " limit 100");
        this.deals = bare.ids("select t.id from opportunity t join stage s on s.id = t.stage_id"
                + " where t.deleted_at is null and s.kind = 'open'" + mine + " limit 100");
        this.account = bare.ids("select account_id from contact where id = ?", contacts.getFirst())
                .getFirst();
        String standing =
                "select t.id, s.position from opportunity t join stage s on s.id = t.stage_id where t.id = any (?)";
        for (List<Object> row : bare.rows(standing, bare.array("uuid", deals.toArray()))) {
            positions.put((UUID) row.getFirst(), ((Number) row.getLast()).intValue());
        }
    }

    List<Question> all() {
        Question create = question("create a contact", turn -> create(turn), turn -> bareCreate(turn, Actor.Kind.USER));
        Question change = question("change a field", turn -> change(turn), turn -> bareChange(turn));
        return deals.size() < 2
                ? List.of(create, change)
                : List.of(create, change, question("change a stage", turn -> move(turn), turn -> bareMove(turn)));
    }

    private Question question(String name, Question.Asking program, Question.Asking database) {
        return new Question(name, reader.name(), 2.5, program, database);
    }

    private Object create(int turn) {
        UUID id = RecordIds.next();
        Draft draft = Draft.of(Contact.FIRST_NAME, "آزمون")
                .set(Contact.LAST_NAME, last(turn))
                .set(Contact.ACCOUNT, account)
                .set(Contact.EMAIL, email(turn))
                .set(Contact.MOBILE, mobile(turn));
        subject.writes().write(reader.actor(), Batch.of(new Write.Create(Contact.TYPE, id, draft)));
        return new Stored(id);
    }

    Object bareCreate(int turn, Actor.Kind door) throws SQLException {
        UUID id = RecordIds.next();
        UUID act = RecordIds.next();
        String name = "آزمون " + last(turn);
        String words = name + " " + email(turn).replace('@', ' ').replace('.', ' ') + " "
                + mobile(turn).substring(1);
        UUID team = reader.actor().homeTeam();
        bare.write(
                CREATE,
                id,
                id,
                reader.user(),
                reader.user(),
                reader.user(),
                team,
                words,
                "آزمون",
                last(turn),
                name,
                account,
                email(turn),
                mobile(turn),
                entry(email(turn), "work"),
                entry(mobile(turn), "mobile"),
                act,
                reader.user(),
                reader.actor().name(),
                door.key(),
                act,
                id);
        return new Stored(id);
    }

    /** The contact that {@link #bareCreate} makes, as the door takes it. */
    String json(int turn) {
        return "{\"firstName\": \"آزمون\", \"lastName\": \"%s\", \"account\": \"%s\", \"email\": \"%s\", \"mobile\": \"%s\"}"
                .formatted(last(turn), account, email(turn), mobile(turn));
    }

    Object stored(UUID id) {
        return new Stored(id);
    }

    /** A record that is equal to another when the database holds the same of both. */
    private final class Stored {

        private final UUID id;

        Stored(UUID id) {
            this.id = id;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Stored stored && toString().equals(stored.toString());
        }

        @Override
        public int hashCode() {
            return toString().hashCode();
        }

        @Override
        public String toString() {
            try {
                return bare.rows("""
                                select to_jsonb(t) - '{id,created_at,updated_at}'::text[],
                                    (select i.type from record_identity i where i.id = t.id),
                                    (select jsonb_agg(jsonb_build_array(c.act, c.version, s.by_user, s.actor, s.kind, s.records))
                                        from change c join change_set s on s.id = c.change_set_id where c.record_id = t.id)
                                from contact t where t.id = ?
                                """, id).toString();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Object change(int turn) {
        return update(contact(turn, 0), Contact.TYPE, Contact.JOB_TITLE, title(turn));
    }

    private Object update(UUID id, RecordType type, Field<?> field, Object value) {
        return subject.writes()
                .write(reader.actor(), Batch.of(new Write.Update(type, id, null, new Draft().put(field, value))))
                .single()
                .result()
                .name();
    }

    private Object bareChange(int turn) throws SQLException {
        UUID act = RecordIds.next();
        String title = title(turn);
        String sql = CHANGE.formatted("job_title", "contact", "job_title = ?");
        bare.write(
                sql,
                act,
                reader.user(),
                reader.actor().name(),
                contact(turn, 1),
                title,
                reader.user(),
                act,
                "contacts",
                "jobTitle",
                title);
        return "UPDATED";
    }

    private Object move(int turn) {
        UUID deal = deal(turn, 0);
        return update(deal, Opportunity.TYPE, Opportunity.STAGE, stage(deal));
    }

    private Object bareMove(int turn) throws SQLException {
        UUID deal = deal(turn, 1);
        UUID act = RecordIds.next();
        UUID stage = stage(deal);
        String sql = CHANGE.formatted(
                "stage_id",
                "opportunity",
                "stage_id = ?, stage_changed_at = now(), probability = 50, forecast_category = 'bestCase'");
        bare.write(
                sql,
                act,
                reader.user(),
                reader.actor().name(),
                deal,
                stage,
                reader.user(),
                act,
                "opportunities",
                "stage",
                stage.toString());
        return "UPDATED";
    }

    /** Another open stage than the one where the deal stands. */
    private UUID stage(UUID deal) {
        int position = positions.merge(deal, 0, (last, none) -> last % OPEN_STAGES + 1);
        return UUID.fromString("0190a000-0000-7000-8000-00000000000" + position);
    }

    /** The program changes one half of the records, bare SQL the other. */
    private UUID contact(int turn, int half) {
        return contacts.get(turn % (contacts.size() / 2) * 2 + half);
    }

    private UUID deal(int turn, int half) {
        return deals.get(turn % (deals.size() / 2) * 2 + half);
    }

    /** One that nobody gave before. */
    private String title(int turn) {
        return "سمت " + reader.name() + " " + turn;
    }

    private static String last(int turn) {
        return "نمونه " + turn;
    }

    private static String email(int turn) {
        return "new" + turn + "@example.ir";
    }

    private static String mobile(int turn) {
        return "+98935%07d".formatted(turn);
    }

    private static String entry(String value, String type) {
        return "[{\"type\": \"%s\", \"value\": \"%s\", \"optOut\": false, \"invalid\": false, \"primary\": true}]"
                .formatted(type, value);
    }
}
