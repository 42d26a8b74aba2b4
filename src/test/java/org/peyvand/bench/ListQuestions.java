package org.peyvand.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.peyvand.customer.Account;
import org.peyvand.customer.Contact;
import org.peyvand.locale.KeyboardLayout;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.field.Operator;
import org.peyvand.record.query.Condition;
import org.peyvand.record.query.Count;
import org.peyvand.record.query.FieldPath;
import org.peyvand.record.query.Hit;
import org.peyvand.record.query.Page;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.Sort;

/** What a reader finds among the contacts: lists, search, one record. */
final class ListQuestions {

    private static final int DEEPEST = 200_000;
    private static final int HITS = 20;

    /** What type-ahead may take over a million contacts, in milliseconds. */
    private static final double AS_ONE_TYPES = 20;

    private static final String COLUMNS =
            "select t.id, t.version, t.name, t.job_title, t.mobile, t.email, a.id, a.name from contact t"
                    + " left join account a on a.id = t.account_id where ";

    private static final String BY_NAME = " order by t.name collate \"fa-x-icu\", t.id limit " + Query.LIMIT;

    private final Subject subject;
    private final BareSql bare;
    private final Reader reader;
    private final List<Sample> samples;
    private final RecordType type;
    private final Query byName;

    ListQuestions(Subject subject, BareSql bare, Reader reader) throws SQLException {
        this.subject = subject;
        this.bare = bare;
        this.reader = reader;
        this.samples = Sample.of(bare, reader);
        this.type = subject.type(Contact.TYPE);
        this.byName = Query.of(type).sorted(List.of(new Sort(path(), false)));
    }

    List<Question> all() throws SQLException {
        return Stream.of(lists(), searches(), single()).flatMap(List::stream).toList();
    }

    private List<Question> lists() throws SQLException {
        return List.of(
                question("list by name, first page", 5, turn -> list(byName), turn -> bareList(List.of())),
                deepPage(),
                question(
                        "list, name contains a whole name",
                        5,
                        turn -> list(containing(name(turn))),
                        turn -> bareContaining(name(turn))),
                question(
                        "list, name contains a family name",
                        5,
                        turn -> list(containing(lastName(turn))),
                        turn -> bareContaining(lastName(turn))),
                question(
                        "list, q of two words",
                        5,
                        turn -> list(byName.matching(name(turn))),
                        turn -> bareMatching(name(turn))));
    }

    private List<Question> searches() {
        return List.of(
                question(
                        "search, mobile number",
                        4,
                        turn -> search(sample(turn).digits()),
                        turn -> bareSearch(sample(turn).digits())),
                question("search, family name", 4, turn -> search(lastName(turn)), turn -> bareLatest(lastName(turn))),
                question(
                        "search, part of a number",
                        AS_ONE_TYPES,
                        turn -> search(part(turn)),
                        turn -> bareSearch(part(turn))),
                question(
                        "search, the wrong keyboard",
                        AS_ONE_TYPES,
                        turn -> search(KeyboardLayout.latin(lastName(turn))),
                        turn -> bareLatest(lastName(turn))));
    }

    private List<Question> single() {
        return List.of(
                question(
                        "open a record with its references",
                        4,
                        turn -> open(sample(turn).id()),
                        turn -> bareOpen(sample(turn).id())),
                question("count of a filter", 5, turn -> count(source(turn)), turn -> bareCount(source(turn))));
    }

    private Question question(String name, double target, Question.Asking program, Question.Asking database) {
        return new Question(name, reader.name(), target, program, database);
    }

    /** Halfway down the list, as somebody comes there who keeps turning pages. */
    private Question deepPage() throws SQLException {
        Query thin = byName.reading(List.of()).limited(200);
        long all = (Long) bare.rows("select count(*) from contact t where t.deleted_at is null" + reader.sight())
                .getFirst()
                .getFirst();
        Page<StoredRecord> page = subject.reads().page(reader.actor(), thin);
        for (int read = 200; read < Math.min(all / 2, DEEPEST) && page.next() != null; read += 200) {
            page = subject.reads().page(reader.actor(), thin.after(page.next()));
        }
        Query deep = byName.after(page.next());
        List<Object> last = bare.rows(
                        "select name, id from contact where id = ?",
                        page.items().getLast().id())
                .getFirst();
        return question("list by name, deep page", 5, turn -> list(deep), turn -> bareList(last));
    }

    private List<UUID> list(Query query) {
        List<StoredRecord> records = subject.reads()
                .page(reader.actor(), query.reading(type.listColumns()))
                .items();
        subject.reads().namesIn(reader.actor(), records);
        return ids(records);
    }

    /** Whoever sees but a part reads the first ones of each part, which indexes have in order. */
    List<UUID> bareList(List<Object> after) throws SQLException {
        String live =
                "t.deleted_at is null" + (after.isEmpty() ? "" : " and (t.name collate \"fa-x-icu\", t.id) > (?, ?)");
        if (reader.seesAll()) {
            return bare.ids(COLUMNS + live + BY_NAME, after.toArray());
        }
        String part = "(select t.id from contact t where " + live + " and t.%s" + BY_NAME + ")";
        String mine = part.formatted("owner_id = '" + reader.user() + "'");
        String teams = part.formatted("team_id = '" + reader.actor().homeTeam() + "'");
        List<Object> twice = new ArrayList<>(after);
        twice.addAll(after);
        return bare.ids(COLUMNS + "t.id in (" + mine + " union " + teams + ")" + BY_NAME, twice.toArray());
    }

    private Query containing(String words) {
        return byName.where(Condition.compare(path(), Operator.CONTAINS, words));
    }

    private List<UUID> bareContaining(String words) throws SQLException {
        return bare.ids(
                COLUMNS + "t.deleted_at is null and t.search_text like ? and t.name like ?" + reader.sight() + BY_NAME,
                "%" + words + "%",
                "%" + words + "%");
    }

    /** Looked up first and sorted then: the planner would rather read along the order for ever. */
    private List<UUID> bareMatching(String words) throws SQLException {
        Object[] each =
                Arrays.stream(words.split(" ")).map(word -> "%" + word + "%").toArray();
        String found = "(select * from contact t where t.deleted_at is null"
                + " and t.search_text like ?".repeat(each.length) + reader.sight() + " offset 0) t";
        return bare.ids(COLUMNS.replace("contact t", found) + "true" + BY_NAME, each);
    }

    private Set<UUID> search(String words) {
        List<Hit> hits = subject.reads().search(reader.actor(), words, Set.of(), HITS);
        return new TreeSet<>(hits.stream().map(hit -> hit.ref().id()).toList());
    }

    private Set<UUID> bareSearch(String words) throws SQLException {
        String one = "(select t.id, t.%s, t.updated_at from %s t where t.deleted_at is null and t.search_text like ?"
                + reader.sight() + " limit " + HITS + ")";
        String anywhere = "%" + words + "%";
        String sql = one.formatted("mobile", "contact") + " union all " + one.formatted("phone", "account")
                + " union all " + one.formatted("name", "opportunity");
        return new TreeSet<>(bare.ids(sql, anywhere, anywhere, anywhere));
    }

    /** Of a name that thousands bear the latest are ranked, those that begin with it first. */
    private Set<UUID> bareLatest(String words) throws SQLException {
        String sql = "select c.id, c.name, a.name from (select t.* from contact t where t.deleted_at is null"
                + " and t.search_text like ?" + reader.sight() + " order by t.created_at desc limit 25) c"
                + " left join account a on a.id = c.account_id"
                + " order by c.search_text like ? desc, c.search_text like ? desc, c.updated_at desc limit " + HITS;
        return new TreeSet<>(bare.ids(sql, "%" + words + "%", words + "%", "% " + words + "%"));
    }

    private List<Object> open(UUID id) {
        StoredRecord found = subject.reads().find(reader.actor(), type, id).orElseThrow();
        var names = subject.reads().namesIn(reader.actor(), List.of(found));
        UUID account = found.values().get(Contact.ACCOUNT.name()) instanceof UUID at ? at : id;
        RecordRef of = new RecordRef(Account.TYPE.plural(), account);
        return List.of(
                found.id(),
                String.valueOf(found.get(Contact.NAME)),
                String.valueOf(Objects.requireNonNull(names.get(of)).name()));
    }

    private List<Object> bareOpen(UUID id) throws SQLException {
        List<Object> row = bare.row(
                "select t.id, t.name, a.name, t.*, o.name, m.name, c.name from contact t"
                        + " left join account a on a.id = t.account_id left join app_user o on o.id = t.owner_id"
                        + " left join team m on m.id = t.team_id left join app_user c on c.id = t.created_by"
                        + " where t.id = ?" + reader.sight(),
                id);
        return row.subList(0, 3);
    }

    private int count(String source) {
        Condition filter = Condition.compare(FieldPath.of(type, Contact.SOURCE), Operator.EQ, source);
        return subject.reads()
                .count(reader.actor(), Query.of(type).where(filter))
                .count();
    }

    private int bareCount(String source) throws SQLException {
        String sql = "select count(*) from (select from contact t where t.deleted_at is null and t.source = ?"
                + reader.sight() + " limit " + Count.CAP + ") c";
        return Math.toIntExact((Long) bare.rows(sql, source).getFirst().getFirst());
    }

    private FieldPath path() {
        return FieldPath.of(type, Contact.NAME);
    }

    private static List<UUID> ids(List<StoredRecord> records) {
        return records.stream().map(StoredRecord::id).toList();
    }

    private Sample sample(int turn) {
        return samples.get(turn % samples.size());
    }

    private String name(int turn) {
        return sample(turn).name();
    }

    /** The first word of a family name, which many share. */
    private String lastName(int turn) {
        return sample(turn).lastName().split(" ")[0];
    }

    /** The last eight digits, as a number within a city is told. Zeros in front are not looked for, so a number full of them is told whole. */
    private String part(int turn) {
        String digits = sample(turn).digits();
        String part = digits.substring(digits.length() - 8).replaceFirst("^0+", "");
        return part.length() < 6 ? digits : part;
    }

    private static String source(int turn) {
        List<String> sources = List.of("website", "referral", "exhibition", "phone", "social", "partner");
        return sources.get(turn % sources.size());
    }
}
