package org.peyvand.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.locale.PhoneNumbers;
import org.peyvand.setting.Settings.Demo;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;

@Tag("database")
class DemoDataTest {

    private static final ApplicationArguments NONE = new DefaultApplicationArguments();
    private static final DemoWorld WORLD = new DemoWorld(Demo.SMALL);
    private static Duration took = Duration.ZERO;

    @BeforeAll
    static void fill() throws Exception {
        start(WORLD, "firstPipeline");
        long began = System.nanoTime();
        WORLD.get(DemoData.class).run(NONE);
        took = Duration.ofNanos(System.nanoTime() - began);
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void makesTheSmallCompanyWhileOneWaits() {
        assertThat(WORLD.rows("account")).isEqualTo(600);
        assertThat(WORLD.rows("contact")).isEqualTo(2_000);
        assertThat(WORLD.rows("opportunity")).isEqualTo(1_500);
        assertThat(WORLD.rows("app_user")).isEqualTo(12);
        assertThat(WORLD.rows("pipeline")).isEqualTo(3);
        assertThat(WORLD.rows("change_set where kind = 'demo'")).isEqualTo(1);
        assertThat(took).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void makesItOnlyOnce() {
        WORLD.get(DemoData.class).run(NONE);

        assertThat(WORLD.rows("account")).isEqualTo(600);
    }

    @Test
    void makesTheSameCompanyAgain() throws Exception {
        try (var again = new DemoWorld(Demo.SMALL)) {
            start(again, "firstPipeline");
            again.get(DemoData.class).run(NONE);

            for (var table :
                    new String[] {"account", "contact", "opportunity", "task", "lead", "meeting", "meeting_participant"
                    }) {
                assertThat(digest(again, table)).as(table).isEqualTo(digest(WORLD, table));
            }
        }
    }

    @Test
    void bringsWorkForTodayAndWorkThatIsLate() {
        assertThat(WORLD.rows("task where status = 'open' and due_at::date = date '2026-11-22'"))
                .isGreaterThan(30);
        assertThat(WORLD.rows("task where status = 'open' and due_at < timestamptz '2026-11-22 00:00+03:30'"))
                .isGreaterThan(30);
        assertThat(WORLD.rows("meeting where status = 'planned' and start_at::date = date '2026-11-22'"))
                .isPositive();
    }

    @Test
    void asksCustomersAndColleaguesToMeetings() {
        assertThat(
                        WORLD.rows(
                                "meeting m where not exists"
                                        + " (select from meeting_participant p where p.meeting_id = m.id and p.contact_id is not null)"))
                .isZero();
        assertThat(WORLD.rows("meeting_participant p join meeting m on m.id = p.meeting_id"
                        + " where p.user_id is not null and p.response = 'needsAction' and m.status = 'planned'"))
                .isPositive();
        assertThat(WORLD.rows(
                        "meeting_participant p join meeting m on m.id = p.meeting_id where p.user_id = m.owner_id"))
                .isZero();
    }

    @Test
    void winsAboutOneDealOfThreeAndKeepsSomeOpen() {
        long won = WORLD.rows("opportunity where won_at is not null");
        long lost = WORLD.rows("opportunity where lost_at is not null");
        long open = WORLD.rows("opportunity where won_at is null and lost_at is null");

        assertThat((double) won / (won + lost)).isBetween(0.28, 0.5);
        assertThat(open).isBetween(100L, 500L);
        assertThat(WORLD.rows("opportunity where lost_at is not null and lost_reason is null"))
                .isZero();
    }

    @Test
    void makesNothingInTheFuture() {
        for (var table :
                new String[] {"account", "contact", "opportunity", "lead", "task", "note", "call", "meeting"}) {
            assertThat(WORLD.rows(table + " where created_at > timestamptz '" + DemoWorld.NOW + "'"))
                    .as(table)
                    .isZero();
        }
        assertThat(WORLD.rows("opportunity o join account a on a.id = o.account_id where o.created_at < a.created_at"))
                .isZero();
    }

    @Test
    void givesOutNumbersThatCouldBeDialled() {
        var numbers = WORLD.database
                .sql()
                .fetch(
                        "select phone from account union all select mobile from contact union all select mobile from lead")
                .into(String.class);

        assertThat(numbers)
                .hasSizeGreaterThan(2_900)
                .allSatisfy(
                        number -> assertThat(PhoneNumbers.IRAN.parse(number)).isPresent());
    }

    private static void start(DemoWorld world, String runner) throws Exception {
        ((ApplicationRunner) world.bean(runner)).run(NONE);
    }

    private static String digest(DemoWorld world, String table) {
        return world.database
                .sql()
                .fetchSingle("select md5(string_agg((to_jsonb(t) - 'search_text')::text, ',' order by id)) from "
                        + table + " t")
                .into(String.class);
    }
}
