package org.peyvand.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.WriteGate;
import org.peyvand.sales.StageBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills an empty database through the write gate, in batches that make one change set. */
final class Filling {

    private static final Logger LOG = LoggerFactory.getLogger(Filling.class);
    private static final int BATCH = 1_000;
    private static final int BATCHES_A_LINE = 50;

    /**
     * What stands before the company comes.
     *
     * @param roles the roles of the site by name
     * @param signedIn somebody who could sign in before, who gets a share of the work
     * @param book reads the pipelines
     */
    record Site(Map<String, StoredRecord> roles, @Nullable UUID signedIn, Supplier<StageBook> book) {}

    private final WriteGate writes;
    private final Site site;
    private final Size size;
    private final Days days;
    private final String label;
    private final Words words = new Words();
    private final Instant founded;

    Filling(WriteGate writes, Site site, Size size, LocalDate today, ZoneId zone, String label) {
        this.writes = writes;
        this.site = site;
        this.size = size;
        this.days = new Days(today, zone);
        this.label = label;
        this.founded = days.at(today.minusDays(Days.HISTORY + 30L), 0);
    }

    void fill() {
        UUID changeSet = writes.begin(Actor.system(), Batch.Kind.DEMO, label);
        Staff staff = new Staff(words, founded, site.roles(), site.signedIn());
        Funnels funnels = new Funnels(words, founded);
        Goods goods = new Goods(words, founded);
        List.of(staff.teams(), staff.users(), goods.products(), funnels.pipelines(), funnels.stages())
                .forEach(some -> write(changeSet, some));

        Customers customers = new Customers(words, days, staff, size);
        Deals deals = new Deals(
                words, days, customers, size, Funnels.standing(site.book().get()), founded);
        Activities activities = new Activities(words, days, customers, deals, size);
        Meetings meetings = new Meetings(words, days, activities, customers, staff);
        write(changeSet, deals.competitors());
        write(changeSet, "accounts", size.accounts(), customers::account);
        write(changeSet, "contacts", size.contacts(), customers::person);
        write(changeSet, "account-contacts", size.relations(), customers::relation);
        write(changeSet, "opportunities", size.opportunities(), deals::opportunity);
        write(changeSet, "leads", size.leads(), deals::lead);
        write(changeSet, "tasks", size.tasks(), activities::task);
        write(changeSet, "notes", size.notes(), activities::note);
        write(changeSet, "calls", size.calls(), activities::call);
        write(changeSet, "meetings", size.meetings(), meetings::meeting);
        write(changeSet, "meeting guests", size.meetings(), meetings::guest);
        write(changeSet, "meeting colleagues", size.meetings() / Meetings.COLLEAGUE_EVERY, meetings::colleague);
    }

    private void write(UUID changeSet, String what, int count, IntFunction<Write> make) {
        for (int from = 0; from < count; from += BATCH) {
            int to = Math.min(from + BATCH, count);
            write(changeSet, IntStream.range(from, to).mapToObj(make).toList());
            if (to == count || to % (BATCH * BATCHES_A_LINE) == 0) {
                LOG.info("Demo data: {} of {} {}", to, count, what);
            }
        }
    }

    private void write(UUID changeSet, List<Write> some) {
        writes.write(
                Actor.system(),
                Batch.of(some).as(Batch.Kind.DEMO, label).continuing(changeSet).internal());
    }
}
