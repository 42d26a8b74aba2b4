package org.peyvand.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peyvand.customer.Account;
import org.peyvand.customer.Contact;
import org.peyvand.exchange.xlsx.XlsxRows;
import org.peyvand.exchange.xlsx.XlsxWorkbook;
import org.peyvand.locale.Money;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.Visibility;
import org.peyvand.record.field.Field;
import org.peyvand.record.overlay.NewField;
import org.peyvand.record.overlay.OwnFields;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.WriteGate;

@Tag("database")
class ExportingTest {

    private static final List<String> NASTY = java.util.stream.Stream.of(
                    "=1+1",
                    "+cmd|' /C calc'!A0",
                    "-2+3",
                    "@SUM(A1)",
                    "\"quoted\", with comma; and semicolon",
                    "دو\nخط",
                    "می‌خواهم ۱۲۳",
                    "'apostrophe",
                    "tab\there",
                    "‏راست‏",
                    "inner  spaces")
            .map(ExportingTest::tidy)
            .toList();

    /** As every door reads it. */
    private static String tidy(String words) {
        return Account.NAME.type().fromJson(tools.jackson.databind.node.JsonNodeFactory.instance.stringNode(words));
    }

    private static final Restrictable rights = new Restrictable();
    private static ExchangeWorld world;

    @BeforeAll
    static void begin() {
        world = new ExchangeWorld(rights);
    }

    @AfterAll
    static void end() {
        world.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "VCARD")
    void importsBackUnchanged(ExportRequest.Format format) {
        OwnFields fields = world.bean(OwnFields.class);
        for (String type :
                List.of("date", "instant", "decimal", "percent", "boolean", "choice", "url", "longText", "integer")) {
            if (world.type("accounts")
                    .find("x_own" + type.substring(0, 1).toUpperCase(Locale.ROOT)
                            + type.substring(1).toLowerCase(Locale.ROOT))
                    .isEmpty()) {
                fields.create(
                        world.actor(), "accounts", NewField.of(type, new Field.Label("فیلد " + type, "Own " + type)));
            }
        }
        var random = new Random(7);
        UUID parent = null;
        for (int i = 0; i < 120; i++) {
            parent = world.write(world.type("accounts"), random(random, i, parent));
        }
        Map<String, Map<String, Object>> before = contents();
        byte[] file =
                world.exportedFile(new ExportRequest("accounts", null, null, null, null, format, false, false, null));

        deleteAll("accounts");
        assertThat(world.all("accounts")).isEmpty();
        Import done = world.imported("accounts", file, Map.of());

        assertThat(done.failed()).as(world.failures(done)).isZero();
        assertThat(done.created()).isEqualTo(120);
        Map<String, Map<String, Object>> after = contents();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((name, values) -> assertThat(after.get(name)).as(name).isEqualTo(values));
        deleteAll("accounts");
    }

    @Test
    void letsSpreadsheetsRunNoFormula() {
        for (String name : NASTY) {
            world.write(
                    world.type("contacts"), Draft.of(Contact.LAST_NAME, name).set(Contact.MOBILE, "+989121112233"));
        }

        String safe = world.exported(new ExportRequest(
                "contacts",
                null,
                null,
                null,
                List.of("lastName", "mobile"),
                ExportRequest.Format.CSV,
                true,
                false,
                Locale.of("fa")));

        assertThat(safe).startsWith("\uFEFFنام خانوادگی,");
        assertThat(safe)
                .contains("'=1+1")
                .contains("'@SUM(A1)")
                .contains("'-2+3")
                .contains("+989121112233");
        assertThat(safe).doesNotContain("\n=").doesNotContain("\n@").doesNotContain("\"=");
        deleteAll("contacts");
    }

    @Test
    void writesWhatSpreadsheetsReckonWith() throws IOException {
        Draft draft = Draft.of(Account.NAME, "=1+1")
                .set(Account.REVENUE, new Money(new BigDecimal("10.25"), "USD"))
                .set(Account.EMPLOYEES, 12L)
                .set(Account.BIRTH_DATE, LocalDate.of(2026, 11, 22))
                .set(Account.KIND, "organization")
                .set(Account.MOBILE, "+989121112233");
        world.write(world.type("accounts"), draft);

        byte[] file = world.exportedFile(new ExportRequest(
                "accounts",
                null,
                null,
                null,
                List.of("name", "revenue", "employees", "birthDate", "kind", "mobile"),
                ExportRequest.Format.XLSX,
                true,
                false,
                Locale.of("fa")));

        String sheet = part(file, "xl/worksheets/sheet1.xml");
        assertThat(sheet)
                .contains("rightToLeft=\"true\"")
                .contains("state=\"frozen\"")
                .contains("<is><t>=1+1</t></is>")
                .contains("<v>10.25</v>")
                .contains("<v>12</v>")
                .contains("<v>46348</v>")
                .contains("<is><t>+989121112233</t></is>")
                .doesNotContain("<f>");
        assertThat(part(file, "xl/styles.xml")).contains("[$USD]").contains("yyyy\\-mm\\-dd");
        try (XlsxWorkbook workbook = new XlsxWorkbook(new ByteArrayInputStream(file))) {
            XlsxRows rows = workbook.rows(null);
            assertThat(rows.next()).startsWith("نام");
            assertThat(rows.next()).containsExactly("=1+1", "10.25 USD", "12", "2026-11-22", "حقوقی", "+989121112233");
        }
        deleteAll("accounts");
    }

    @Test
    void writesJalaliDatesWhenAskedTo() {
        Draft draft = Draft.of(Account.NAME, "شرکت").set(Account.BIRTH_DATE, LocalDate.of(2026, 11, 22));
        world.write(world.type("accounts"), draft);

        String csv = world.exported(new ExportRequest(
                "accounts", null, null, null, List.of("birthDate"), ExportRequest.Format.CSV, false, true, null));

        assertThat(csv.lines()).contains("1405-09-01");
        deleteAll("accounts");
    }

    private static String part(byte[] file, String name) throws IOException {
        Path path = Files.createTempFile("exported", ".xlsx");
        try (ZipFile zip = new ZipFile(Files.write(path, file).toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(path);
        }
    }

    @Test
    void takesOutOnlyWhatMayBeReadAndExported() {
        world.write(
                world.type("contacts"), Draft.of(Contact.LAST_NAME, "Secret").set(Contact.EMAIL, "s@x.ir"));
        rights.hidden = List.of("email", "emails");
        try {
            String csv = world.exported(new ExportRequest(
                    "contacts", null, null, null, null, ExportRequest.Format.CSV, false, false, null));

            assertThat(csv).contains("Secret").doesNotContain("s@x.ir");
            assertThatThrownBy(() -> world.exported(new ExportRequest(
                            "contacts",
                            null,
                            null,
                            null,
                            List.of("email"),
                            ExportRequest.Format.CSV,
                            false,
                            false,
                            null)))
                    .isInstanceOf(Refusal.Malformed.class);
        } finally {
            rights.hidden = List.of();
        }
        rights.export = Visibility.Reach.NONE;
        try {
            assertThatThrownBy(() -> world.exported(new ExportRequest(
                            "contacts", null, null, null, null, ExportRequest.Format.CSV, false, false, null)))
                    .isInstanceOf(Refusal.Forbidden.class);
        } finally {
            rights.export = Visibility.Reach.ALL;
        }
        rights.export =
                new Visibility.Reach.Some(UUID.randomUUID(), java.util.Set.of(UUID.randomUUID()), java.util.Set.of());
        try {
            assertThat(world.exported(new ExportRequest(
                                    "contacts", null, null, null, null, ExportRequest.Format.CSV, false, false, null))
                            .lines())
                    .hasSize(1);
        } finally {
            rights.export = Visibility.Reach.ALL;
            deleteAll("contacts");
        }
    }

    private Draft random(Random random, int number, @Nullable UUID parent) {
        Draft draft = Draft.of(Account.NAME, "شرکت " + number + " " + NASTY.get(number % NASTY.size()));
        draft.set(Account.EMAIL, random.nextBoolean() ? null : "Info" + number + "@Example.ir");
        draft.set(Account.MOBILE, random.nextBoolean() ? null : "+98912" + (1_000_000 + random.nextInt(8_999_999)));
        draft.set(
                Account.REVENUE,
                random.nextBoolean()
                        ? Money.rials(random.nextInt(1_000_000))
                        : new Money(new BigDecimal("10.25"), "USD"));
        draft.set(Account.EMPLOYEES, random.nextBoolean() ? null : (long) random.nextInt(5_000));
        draft.set(Account.PARENT, random.nextInt(3) == 0 ? parent : null);
        draft.set(Account.INDUSTRY, List.of("food", "health", "چیز دیگر").get(random.nextInt(3)));
        draft.set(SystemFields.TAGS, random.nextBoolean() ? null : List.of("مهم", "tag " + random.nextInt(5)));
        draft.set(SystemFields.EXTERNAL_KEYS, random.nextBoolean() ? null : Map.of("sap", "K" + number));
        RecordType type = world.type("accounts");
        put(
                draft,
                type,
                "x_ownDate",
                java.time.LocalDate.of(2000 + random.nextInt(50), 1 + random.nextInt(12), 1 + random.nextInt(28)));
        put(
                draft,
                type,
                "x_ownInstant",
                java.time.Instant.ofEpochSecond(random.nextInt()).plusNanos(123_456_000));
        put(draft, type, "x_ownDecimal", new BigDecimal(random.nextInt(1_000_000)).movePointLeft(3));
        put(draft, type, "x_ownPercent", new BigDecimal(random.nextInt(10_000)).movePointLeft(2));
        put(draft, type, "x_ownBoolean", random.nextBoolean());
        put(draft, type, "x_ownChoice", "گزینه " + random.nextInt(3));
        put(draft, type, "x_ownUrl", "https://example.ir/" + number + "?a=b,c");
        put(draft, type, "x_ownLongtext", "سطر یک\nسطر «دو»\n\n" + NASTY.get(number % NASTY.size()));
        put(draft, type, "x_ownInteger", (long) random.nextInt());
        return draft;
    }

    private static void put(Draft draft, RecordType type, String field, Object value) {
        draft.put(type.field(field), value);
    }

    /** Every value of every account by name; references by the name of their target. */
    private Map<String, Map<String, Object>> contents() {
        Map<UUID, String> names = new HashMap<>();
        List<StoredRecord> accounts = world.all("accounts");
        accounts.forEach(account -> names.put(account.id(), account.get(Account.NAME)));
        Map<String, Map<String, Object>> contents = new HashMap<>();
        for (StoredRecord account : accounts) {
            Map<String, Object> values = new HashMap<>();
            world.type("accounts").fields().stream()
                    .filter(field -> !field.is(Field.Flag.READ_ONLY))
                    .forEach(field -> {
                        Object value = account.values().get(field.name());
                        values.put(
                                field.name(),
                                value instanceof UUID id
                                        ? names.getOrDefault(id, id.toString())
                                        : String.valueOf(value));
                    });
            contents.put(names.get(account.id()), values);
        }
        return contents;
    }

    private void deleteAll(String plural) {
        List<Write> writes = world.all(plural).stream()
                .<Write>map(record -> new Write.Delete(world.type(plural), record.id(), null))
                .toList();
        if (!writes.isEmpty()) {
            world.bean(WriteGate.class).write(world.actor(), Batch.of(writes));
        }
    }

    /** Everything but what a test forbids. */
    private static final class Restrictable extends ExchangeWorld.Everything {

        private List<String> hidden = List.of();
        private Reach export = Reach.ALL;

        @Override
        public Reach reach(Actor actor, RecordType type, Operation operation) {
            return operation == Operation.EXPORT ? export : Reach.ALL;
        }

        @Override
        public FieldAccess access(Actor actor, RecordType type, Field<?> field) {
            return hidden.contains(field.name()) ? FieldAccess.HIDDEN : FieldAccess.WRITABLE;
        }
    }
}
