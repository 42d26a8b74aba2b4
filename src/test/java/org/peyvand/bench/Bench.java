package org.peyvand.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One run on one program: fills it, asks everything as an administrator and as a seller, and sums up. */
final class Bench {

    private final Subject subject;
    private final Size size;

    Bench(Subject subject, Size size) {
        this.subject = subject;
        this.size = size;
    }

    /**
     * Measures everything.
     *
     * @param plans what listens to the program and where its statements are explained, or null
     */
    Report run(Plans.@Nullable Into plans) throws Exception {
        try (var connection = subject.connections().open();
                var bare = new BareSql(connection)) {
            double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
            long begun = System.nanoTime();
            Company.fill(connection, size);
            System.out.printf("Filled in %.1f s.%n", (System.nanoTime() - begun) / 1e9);
            return measure(bare, plans, load);
        }
    }

    private Report measure(BareSql bare, Plans.@Nullable Into plans, double load) throws Exception {
        Map<UUID, Integer> positions = new HashMap<>();
        Reader administrator = administrator(bare);
        Reader seller = seller(bare);
        try (var pages = new PageQuestions(subject, bare, administrator)) {
            List<Question> reading = new ArrayList<>();
            List<Question> writing = new ArrayList<>();
            for (Reader reader : List.of(administrator, seller)) {
                reading.addAll(new ListQuestions(subject, bare, reader).all());
                reading.addAll(new DealQuestions(subject, bare, reader).all());
                writing.addAll(new WriteQuestions(subject, bare, reader, positions).all());
                writing.addAll(new HttpQuestions(subject, bare, reader).all());
            }
            reading.addAll(pages.all());
            List<Timing> timings = new ArrayList<>(timed(reading));
            timings.addAll(timed(writing));
            if (plans != null) {
                try (var connection = subject.connections().open()) {
                    List<Question> questions =
                            timings.stream().map(Timing::question).toList();
                    plans.listener().write(plans.file(), questions, connection);
                }
            }
            List<Flow> flows = new Imports(subject, bare, administrator, size.importedBatches()).all();
            return new Report(size, load, timings, flows, Memory.now());
        }
    }

    /** Those that write come last, since what they write in rehearsals, several thousand records, is no company's usual hour. */
    private List<Timing> timed(List<Question> questions) throws Exception {
        for (Question question : questions) {
            Timing.rehearse(question, size.rehearsals());
        }
        List<Timing> timings = new ArrayList<>();
        for (Question question : questions) {
            timings.add(Timing.of(question, size.rehearsals(), size.runs()));
        }
        return timings;
    }

    private Reader administrator(BareSql bare) throws Exception {
        UUID user = bare.ids("select id from app_user where email not like 'seller%' order by created_at limit 1")
                .getFirst();
        return subject.reader("administrator", user, "");
    }

    /** The seller with the most deals under way, who sees those of a team. */
    private Reader seller(BareSql bare) throws Exception {
        List<Object> row = bare.rows("select u.id, u.team_id from app_user u join opportunity o on o.owner_id = u.id"
                        + " join stage s on s.id = o.stage_id and s.kind = 'open' where u.email like 'seller%'"
                        + " group by u.id order by count(*) desc, u.id limit 1")
                .getFirst();
        String sight = " and (t.owner_id = '%s' or t.team_id = '%s')".formatted(row.getFirst(), row.getLast());
        return subject.reader("seller", (UUID) row.getFirst(), sight);
    }
}
