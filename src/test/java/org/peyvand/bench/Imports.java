package org.peyvand.bench;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.peyvand.customer.Contact;
import org.peyvand.exchange.Import;
import org.peyvand.exchange.ImportRequest;
import org.peyvand.exchange.Importing;
import org.peyvand.record.Actor;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.RecordIds;
import org.peyvand.record.write.Write;

/** Contacts with their accounts in thousands: through the gate, from a file, and by bare SQL of the same rows. */
final class Imports {

    private static final int BATCH = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Set<String> UNDERWAY = Set.of("queued", "running");

    private static final String BARE = """
            with rows as (select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[]) r (id, last, email, mobile)),
            identity as (insert into record_identity (id, type) select id, 'contacts' from rows),
            made as (insert into contact (id, created_by, updated_by, owner_id, search_text, first_name, last_name, name,
                    account_id, email, mobile, emails, phones)
                select id, ?, ?, ?, 'ورود ' || last || ' ' || translate(email, '@.', '  ') || ' ' || substr(mobile, 2), 'ورود',
                    last, 'ورود ' || last, ?, email, mobile,
                    jsonb_build_array(jsonb_build_object(
                        'value', email, 'type', 'work', 'primary', true, 'optOut', false, 'invalid', false)),
                    jsonb_build_array(jsonb_build_object(
                        'value', mobile, 'type', 'mobile', 'primary', true, 'optOut', false, 'invalid', false))
                from rows)
            insert into change (change_set_id, record_id, type, act, version) select ?, id, 'contacts', 'create', 1 from rows
            """;

    private static final String LIKE_THEM = """
            select count(distinct search_text), count(*),
                sum(hashtext(concat_ws('|', search_text, first_name, last_name, name, account_id, email, mobile, emails, phones,
                    owner_id))::bigint)
            from contact t where first_name = 'ورود' and deleted_at is null
                and t.id in (select record_id from change where change_set_id = ?)
            """;

    private final Subject subject;
    private final BareSql bare;
    private final Reader reader;
    private final int batches;
    private final UUID account;
    private final String accountName;

    Imports(Subject subject, BareSql bare, Reader reader, int batches) throws SQLException {
        this.subject = subject;
        this.bare = bare;
        this.reader = reader;
        this.batches = batches;
        List<Object> some = bare.rows("select id, name from account where deleted_at is null order by id limit 1")
                .getFirst();
        this.account = (UUID) some.getFirst();
        this.accountName = (String) some.getLast();
    }

    List<Flow> all() throws Exception {
        Run plain = bare();
        Run gate = gate();
        Run file = file();
        return List.of(
                flow("import, write gate in thousands", plain, gate), flow("import, CSV file to the end", plain, file));
    }

    private Flow flow(String name, Run plain, Run program) throws SQLException {
        List<Object> expected = bare.rows(LIKE_THEM, plain.changeSet()).getFirst();
        List<Object> found = bare.rows(LIKE_THEM, program.changeSet()).getFirst();
        if (!expected.equals(found)) {
            throw new AssertionError(name + ": stored " + found + " instead of " + expected);
        }
        int rows = batches * BATCH;
        return new Flow(name, rows, 5_000, rows / program.seconds(), rows / plain.seconds());
    }

    private record Run(UUID changeSet, double seconds) {}

    private Run bare() throws SQLException {
        UUID act = RecordIds.next();
        bare.write(
                "insert into change_set (id, by_user, by_name, actor, kind, records) values (?, ?, '', 'user', 'import', 0)",
                act,
                reader.user());
        long begun = System.nanoTime();
        for (int batch = 0; batch < batches; batch++) {
            List<Integer> numbers = numbers(batch);
            bare.write(
                    BARE,
                    bare.array(
                            "uuid", numbers.stream().map(n -> RecordIds.next()).toArray()),
                    bare.array("text", numbers.stream().map(Imports::last).toArray()),
                    bare.array("text", numbers.stream().map(Imports::email).toArray()),
                    bare.array("text", numbers.stream().map(Imports::mobile).toArray()),
                    reader.user(),
                    reader.user(),
                    reader.user(),
                    account,
                    act);
        }
        return new Run(act, secondsSince(begun));
    }

    private Run gate() {
        Actor actor = reader.actor().as(Actor.Kind.IMPORT);
        long begun = System.nanoTime();
        UUID act = subject.writes().begin(actor, Batch.Kind.IMPORT, "benchmark");
        for (int batch = 0; batch < batches; batch++) {
            List<Write> writes = numbers(batch).stream().map(this::create).toList();
            subject.writes()
                    .write(
                            actor,
                            Batch.of(writes)
                                    .as(Batch.Kind.IMPORT, "benchmark")
                                    .tolerant()
                                    .continuing(act));
        }
        return new Run(act, secondsSince(begun));
    }

    private Write create(int number) {
        return new Write.Create(
                Contact.TYPE,
                null,
                Draft.of(Contact.FIRST_NAME, "ورود")
                        .set(Contact.LAST_NAME, last(number))
                        .set(Contact.ACCOUNT, account)
                        .set(Contact.EMAIL, email(number))
                        .set(Contact.MOBILE, mobile(number)));
    }

    /** From the upload to the end of the job, with the account given by its name. */
    private Run file() {
        Importing importing = subject.importing();
        byte[] csv = csv();
        long begun = System.nanoTime();
        UUID file = importing
                .upload(reader.actor(), "contacts.csv", new ByteArrayInputStream(csv))
                .id();
        UUID id = importing
                .start(reader.actor(), new ImportRequest("contacts", file, null, null, null))
                .id();
        Import state = await("the end of the import")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> importing.find(reader.actor(), id).orElseThrow(), now -> !UNDERWAY.contains(now.status()));
        if (state.changeSet() == null || state.created() != (long) batches * BATCH) {
            throw new AssertionError("the import did not create all rows: " + state);
        }
        return new Run(state.changeSet(), secondsSince(begun));
    }

    private byte[] csv() {
        return IntStream.range(0, batches * BATCH)
                .mapToObj(n -> String.join(",", "ورود", last(n), accountName, email(n), mobile(n)))
                .collect(Collectors.joining("\n", "firstName,lastName,account,email,mobile\n", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<Integer> numbers(int batch) {
        return IntStream.range(batch * BATCH, (batch + 1) * BATCH).boxed().toList();
    }

    private static double secondsSince(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static String last(int number) {
        return "گروهی " + number;
    }

    private static String email(int number) {
        return "group" + number + "@example.ir";
    }

    private static String mobile(int number) {
        return "+98937%07d".formatted(number);
    }
}
