package org.peyvand.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.customer.Account;
import org.peyvand.customer.Contact;
import org.peyvand.record.Refusal;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.field.ContactPoint;
import org.peyvand.record.write.Draft;

/** Cards come in and go out as other files do. */
@Tag("database")
class CardFilesTest {

    private static final String CARDS = """
            BEGIN:VCARD
            VERSION:2.1
            N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=DA=A9=D8=B1=DB=8C=D9=85=DB=8C;=D8=B1=D8=B6=D8=A7;;;
            TEL;CELL:0912 345 6789
            END:VCARD
            BEGIN:VCARD
            VERSION:3.0
            FN:سارا احمدی
            N:احمدی;سارا;;;
            ORG:پخش البرز کارت
            TITLE:مدیر خر
             ید
            EMAIL;TYPE=WORK:sara@alborz.example
            TEL;TYPE=WORK:021-88776655
            TEL;TYPE=FAX:021-88776656
            ADR;TYPE=WORK:;;خیابان ولیعصر;تهران;تهران;1939634567;ایران
            PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRg==
            END:VCARD
            BEGIN:VCARD
            VERSION:4.0
            FN:Mina Karami
            TEL;VALUE=uri;TYPE="cell":tel:+98-935-123-4567
            BDAY:19900321
            NOTE:first\\nsecond
            END:VCARD
            """.replace("\n", "\r\n");

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
    void importsCardsOfEveryVersion() {
        Import done = world.imported(
                "contacts", CARDS.getBytes(StandardCharsets.UTF_8), Map.of("options", "{'createReferences': true}"));

        assertThat(done.failed()).as(world.failures(done)).isZero();
        assertThat(done.created()).isEqualTo(3);
        assertThat(done.pictures())
                .as("cards with a photo, which no field takes")
                .isEqualTo(1);
        assertThat(world.named("contacts", "رضا کریمی").get(Contact.MOBILE)).isEqualTo("+989123456789");
        StoredRecord sara = world.named("contacts", "سارا احمدی");
        assertThat(sara.get(Contact.JOB_TITLE)).isEqualTo("مدیر خرید");
        assertThat(sara.get(Contact.EMAIL)).isEqualTo("sara@alborz.example");
        assertThat(sara.get(Contact.ACCOUNT))
                .isEqualTo(world.named("accounts", "پخش البرز کارت").id());
        assertThat(sara.get(Contact.PHONES)).extracting(ContactPoint::type).containsExactly("work", "fax");
        assertThat(Objects.requireNonNull(sara.get(Contact.ADDRESSES))
                        .getFirst()
                        .postalCode())
                .isEqualTo("1939634567");
        StoredRecord mina = world.named("contacts", "Mina Karami");
        assertThat(mina.get(Contact.MOBILE)).isEqualTo("+989351234567");
        assertThat(mina.get(Contact.BIRTH_DATE)).hasToString("1990-03-21");
        assertThat(mina.get(Contact.DESCRIPTION)).isEqualTo("first\nsecond");
    }

    @Test
    void exportsContactsAsCards() {
        var account = world.write(Account.TYPE, Draft.of(Account.NAME, "صنایع نمونه"));
        world.write(
                Contact.TYPE,
                Draft.of(Contact.FIRST_NAME, "نازنین")
                        .set(Contact.LAST_NAME, "رستگار")
                        .set(Contact.ACCOUNT, account)
                        .set(Contact.MOBILE, "+989121112233"));

        String cards = world.exported(
                new ExportRequest("contacts", null, null, null, null, ExportRequest.Format.VCARD, true, false, null));

        assertThat(cards)
                .contains("BEGIN:VCARD\r\nVERSION:3.0")
                .contains("N:رستگار;نازنین")
                .contains("FN:نازنین رستگار")
                .contains("ORG:صنایع نمونه")
                .contains("TEL;TYPE=cell:+989121112233");
    }

    @Test
    void makesNoCardsOfWhatIsNobody() {
        assertThatThrownBy(() -> world.exported(new ExportRequest(
                        "products", null, null, null, List.of(), ExportRequest.Format.VCARD, true, false, null)))
                .isInstanceOf(Refusal.Invalid.class);
    }
}
