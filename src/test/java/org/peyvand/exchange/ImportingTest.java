package org.peyvand.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.access.Team;
import org.peyvand.catalog.Product;
import org.peyvand.customer.Account;
import org.peyvand.customer.Contact;
import org.peyvand.locale.Money;
import org.peyvand.record.Refusal;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.write.Draft;

@Tag("database")
class ImportingTest {

    private static ExchangeWorld world;

    @BeforeAll
    static void begin() {
        world = new ExchangeWorld();
    }

    @AfterAll
    static void end() {
        world.close();
    }

    @Test
    void guessesColumnsByNamesLabelsAndSynonyms() {
        Import done = world.imported(
                "contacts", "First name,نام خانوادگی,E-mail,mobile\nAli,رضایی,A@x.ir,09123456789\n", Map.of());

        assertThat(done.status()).isEqualTo("done");
        assertThat(done.created()).isEqualTo(1);
        StoredRecord contact = world.named("contacts", "Ali رضایی");
        assertThat(contact.get(Contact.MOBILE)).isEqualTo("+989123456789");
        assertThat(contact.get(Contact.EMAIL)).isEqualToIgnoringCase("a@x.ir");
        assertThat(contact.get(SystemFields.OWNER)).isEqualTo(world.actor().user());
    }

    @Test
    void addsUpAndReportsFailuresThatCanBeImportedAgain() {
        Import done = world.imported(
                "contacts",
                "firstName,lastName,email,birthDate\nA,One,one@x.ir,1370-01-01\nB,Two,not an address,1990-02-03\nC,Three,,3/4/1990\n",
                Map.of());

        assertThat(done.rows()).isEqualTo(3);
        assertThat(done.created()).isEqualTo(1);
        assertThat(done.failed()).isEqualTo(2);
        assertThat(world.named("contacts", "A One").get(Contact.BIRTH_DATE)).isEqualTo(LocalDate.of(1991, 3, 21));
        String failures = world.failures(done);
        assertThat(failures.lines()).hasSize(3);
        assertThat(failures).contains("B,Two,not an address,1990-02-03,").contains("C,Three,,3/4/1990,");
        assertThat(failures).doesNotContain("⟦");

        Import again = world.imported(
                "contacts", failures.replace("not an address", "two@x.ir"), Map.of("options", "{'dateOrder': 'dmy'}"));

        assertThat(again.created()).isEqualTo(2);
        assertThat(world.named("contacts", "C Three").get(Contact.BIRTH_DATE)).isEqualTo(LocalDate.of(1990, 4, 3));
    }

    @Test
    void resolvesReferencesByNameKeyAndInTheSameFile() {
        Import done = world.imported(
                "accounts",
                "account,subsidiary_of\nپدر خوانده,\nفرزند یک,پدر خوانده\nنوه,فرزند يك\nیتیم,ناشناس\n",
                Map.of("mapping", "{'account': 'name', 'subsidiary_of': 'parent'}"));

        assertThat(done.created()).isEqualTo(3);
        assertThat(done.failed()).isEqualTo(1);
        UUID father = world.named("accounts", "پدر خوانده").id();
        StoredRecord child = world.named("accounts", "فرزند یک");
        assertThat(child.get(Account.PARENT)).isEqualTo(father);
        assertThat(world.named("accounts", "نوه").get(Account.PARENT)).isEqualTo(child.id());
        assertThat(world.failures(done)).contains("ناشناس");
    }

    @Test
    void takesBackARowWhoseReferenceNamesARowThatFailed() {
        Import done = world.imported(
                "accounts", "name,parent,email\nBroken Head,,nonsense\nBroken Tail,Broken Head,\n", Map.of());

        assertThat(done.created()).isZero();
        assertThat(done.failed()).isEqualTo(2);
        assertThat(world.all("accounts"))
                .noneMatch(record -> String.valueOf(record.get(Account.NAME)).startsWith("Broken"));
    }

    @Test
    void skipsOrUpdatesWhatIsThereAlsoWithinTheFile() {
        String csv = "name,email,employees\nDup A,dup@x.ir,1\nDup B,DUP@x.ir,2\nDup C,dup@x.ir,3\n";

        Import skipped =
                world.imported("accounts", csv, Map.of("options", "{'onDuplicate': 'skip', 'matchOn': ['email']}"));

        assertThat(skipped.created()).isEqualTo(1);
        assertThat(skipped.skipped()).isEqualTo(2);
        assertThat(world.named("accounts", "Dup A").get(Account.EMPLOYEES)).isEqualTo(1);

        Import updated =
                world.imported("accounts", csv, Map.of("options", "{'onDuplicate': 'update', 'matchOn': ['email']}"));

        assertThat(updated.created()).isZero();
        assertThat(updated.updated() + updated.skipped()).isEqualTo(3);
        assertThat(world.named("accounts", "Dup C").get(Account.EMPLOYEES)).isEqualTo(3);
    }

    @Test
    void makesReferencesOnlyWhenAsked() {
        String csv = "name,account\nPerson X,Brand New Firm\n";

        assertThat(world.imported("contacts", csv, Map.of()).failed()).isEqualTo(1);
        Import done = world.imported("contacts", csv, Map.of("options", "{'createReferences': true}"));

        assertThat(done.created()).isEqualTo(1);
        assertThat(world.named("contacts", "Person X").get(Contact.ACCOUNT))
                .isEqualTo(world.named("accounts", "Brand New Firm").id());
    }

    @Test
    void makesOwnFieldsInTheMapping() {
        world.write(world.type("products"), Draft.of(Product.NAME, "GTX Pro").set(Product.CODE, "gtx"));

        Import done = world.imported(
                "accounts",
                "account,product\nOwner of GTX,GTXPro\n",
                Map.of(
                        "mapping",
                        "{'account': 'name', 'product': {'newField': {'type': 'reference', 'target': 'products', 'label': {'fa': 'محصول', 'en': 'Product'}}}}",
                        "values",
                        "{'product': {'GTXPro': 'GTX Pro'}}"));

        assertThat(done.created()).isEqualTo(1);
        StoredRecord account = world.named("accounts", "Owner of GTX");
        assertThat(account.values().get("x_product"))
                .isEqualTo(world.named("products", "GTX Pro").id());
    }

    @Test
    void failsOnlyTheRowsOfCellsThatOnlyBeginLikeLists() {
        Import done = world.imported(
                "accounts", "name,phones,addresses,externalKeys\nA,[12,,\nB,,[street,\nC,,,no keys\nD,,,\n", Map.of());

        assertThat(done.status()).isEqualTo("done");
        assertThat(done.created()).isEqualTo(1);
        assertThat(done.failed()).isEqualTo(3);
    }

    @Test
    void wantsToKnowTheUnitOfIranianAmounts() {
        assertThatThrownBy(() -> world.imported("products", "name,price\nA,1000\n", Map.of()))
                .isInstanceOf(Refusal.Invalid.class);

        world.imported("products", "name,price\nToman thing,1000\n", Map.of("options", "{'amountUnit': 'toman'}"));
        world.imported("products", "name,price\nDollar thing,10.5\n", Map.of("options", "{'currency': 'USD'}"));

        assertThat(world.named("products", "Toman thing").get(Product.PRICE)).isEqualTo(Money.rials(10_000));
        assertThat(world.named("products", "Dollar thing").get(Product.PRICE))
                .isEqualTo(new Money(new java.math.BigDecimal("10.50"), "USD"));
    }

    @Test
    void importsPeopleAndTeamsWithoutTheirRights() {
        Import done = world.imported(
                "users",
                "sales_agent,manager,regional_office\nAnna Snelling,Dustin Brinkmann,Central\n",
                Map.of(
                        "mapping", "{'sales_agent': 'name', 'manager': 'team', 'regional_office': null}",
                        "options", "{'createReferences': true}"));

        assertThat(done.created()).isEqualTo(1);
        assertThat(world.named("users", "Anna Snelling").get(SystemFields.TEAM))
                .isEqualTo(world.named("teams", "Dustin Brinkmann").id());
        assertThat(world.type("teams").titleField()).isEqualTo(Team.NAME);
    }

    @Test
    void understandsOldPersianFiles() {
        byte[] old = "نام خانوادگي;نام\nكريمي;علي\n".getBytes(Charset.forName("windows-1256"));
        byte[] wide = "\uFEFFنام خانوادگی\tنام\nصادقی\tمینا\n".getBytes(StandardCharsets.UTF_16LE);

        for (byte[] file : new byte[][] {old, wide}) {
            Import done = world.finished(
                    world.bean(Importing.class).start(world.actor(), world.request("contacts", file, Map.of())));
            assertThat(done.created()).as(world.failures(done)).isEqualTo(1);
        }

        assertThat(world.all("contacts"))
                .anyMatch(
                        record -> String.valueOf(record.get(Contact.LAST_NAME)).matches("[كک]ر[یي]م[یي]"));
        assertThat(world.named("contacts", "مینا صادقی")).isNotNull();
    }

    @Test
    void previewsEveryProblemOfTheFileAndSuggestsNearValues() {
        world.write(world.type("accounts"), Draft.of(Account.NAME, "Cancity"));
        world.write(world.type("accounts"), Draft.of(Account.NAME, "Isdom"));
        var csv = new StringBuilder("name,account,email\n");
        for (int i = 0; i < 1500; i++) {
            csv.append("P")
                    .append(i)
                    .append(i % 3 == 0 ? ",Can city," : ",Isdom,")
                    .append(i == 1400 ? "bad\n" : "\n");
        }
        int before = world.all("contacts").size();

        Preview preview =
                world.bean(Importing.class).preview(world.actor(), world.request("contacts", csv.toString(), Map.of()));

        assertThat(preview.rows()).isEqualTo(1500);
        assertThat(preview.sample()).hasSize(10);
        Preview.Kind unknown = preview.problems().getFirst();
        assertThat(unknown.code()).isEqualTo("unknown-reference");
        assertThat(unknown.count()).isEqualTo(500);
        assertThat(unknown.values()).containsExactly(new Preview.Value("Can city", 500, "Cancity"));
        assertThat(preview.problems())
                .anyMatch(kind -> kind.field().equals("email") && kind.rows().contains(1401L));
        assertThat(world.all("contacts")).hasSize(before);
    }

    @Test
    void isTakenBackByItsChangeSet() {
        Import done = world.imported("products", "name,code\nUndo me,u1\nUndo me too,u2\n", Map.of());

        world.bean(Importing.class).undo(world.actor(), done.id(), false);

        assertThat(world.bean(Importing.class)
                        .find(world.actor(), done.id())
                        .orElseThrow()
                        .status())
                .isEqualTo("undone");
        assertThat(world.all("products"))
                .noneMatch(record -> String.valueOf(record.get(Product.NAME)).startsWith("Undo me"));
    }

    @Test
    void refusesWhatMakesNoSense() {
        for (Map<String, String> parts : java.util.List.of(
                Map.of("mapping", "{'nope': 'name'}"),
                Map.of("mapping", "{'name': 'nope'}"),
                Map.of("mapping", "{'name': 'version'}"),
                Map.of("options", "{'dateorder': 'ymd'}"),
                Map.of("options", "{'dateOrder': 'ydm'}"),
                Map.of("options", "{'onDuplicate': 'skip', 'matchOn': ['nope']}"),
                Map.of("values", "{'nope': {'a': 'b'}}"))) {
            assertThatThrownBy(() -> world.imported("accounts", "name\nX\n", parts))
                    .as(parts.toString())
                    .isInstanceOf(Refusal.Malformed.class);
        }
        assertThatThrownBy(() -> world.imported("nopes", "name\nX\n", Map.of())).isInstanceOf(Refusal.Malformed.class);
        assertThatThrownBy(() -> world.imported("accounts", "", Map.of())).isInstanceOf(Refusal.Invalid.class);
    }
}
