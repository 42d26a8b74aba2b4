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
        List<Question> questions = new ArrayList<>();
        Map<UUID, Integer> positions = new HashMap<>();
        Reader administrator = administrator(bare);
        Reader seller = seller(bare);
        try (var pages = new PageQuestions(subject, bare, administrator)) {
            for (Reader reader : List.of(administrator, seller)) {
                questions.addAll(new ListQuestions(subject, bare, reader).all());
                questions.addAll(new DealQuestions(subject, bare, reader).all());
                questions.addAll(new WriteQuestions(subject, bare, reader, positions).all());
                questions.addAll(new HttpQuestions(subject, bare, reader).all());
            }
            questions.addAll(pages.all());
            for (Question question : questions) {
                Timing.rehearse(question, size.rehearsals());
            }
            bare.sweep();
            List<Timing> timings = new ArrayList<>();
            for (Question question : questions) {
                timings.add(Timing.of(question, size.rehearsals(), size.runs()));
            }
            if (plans != null) {
                try (var connection = subject.connections().open()) {
                    plans.listener().write(plans.file(), questions, connection);
                }
            }
            List<Flow> flows = new Imports(subject, bare, administrator, size.importedBatches()).all();
            return new Report(size, load, timings, flows, Memory.now());
        }
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
