package org.peyvand.bench;

import java.util.List;

/**
 * All figures of a run, as a plain table.
 *
 * @param load how many processes wanted a processor before it began, the benchmark aside
 */
record Report(Size size, double load, List<Timing> timings, List<Flow> flows, Memory memory) {

    @Override
    public String toString() {
        StringBuilder table = new StringBuilder();
        table.append(
                "%s: %,d contacts, %,d accounts, %,d opportunities; up to %d runs, in milliseconds%n%d processors, load %.1f%n%n"
                        .formatted(
                                size.name(),
                                size.contacts(),
                                size.accounts(),
                                size.opportunities(),
                                size.runs(),
                                Runtime.getRuntime().availableProcessors(),
                                load));
        table.append("| %-36s | %-13s | %8s | %8s | %8s | %6s | %7s |%n"
                .formatted("question", "asked by", "median", "p95", "bare SQL", "ratio", "target"));
        table.append("|%s|%s|%s:|%s:|%s:|%s:|%s:|%n"
                .formatted(
                        "-".repeat(38),
                        "-".repeat(15),
                        "-".repeat(9),
                        "-".repeat(9),
                        "-".repeat(9),
                        "-".repeat(7),
                        "-".repeat(8)));
        timings.forEach(each -> table.append(row(each)));
        for (Flow each : flows) {
            table.append("%n%s: %,.0f rows/s of %,d rows; bare SQL %,.0f rows/s; target %,.0f%s"
                    .formatted(
                            each.name(),
                            each.program(),
                            each.rows(),
                            each.bare(),
                            each.target(),
                            each.program() >= each.target() ? "" : " !"));
        }
        table.append("%nmemory of the program: %d MiB of heap in use after collection, %d MiB resident%n"
                .formatted(memory.heap(), memory.resident()));
        return table.toString();
    }

    private static String row(Timing each) {
        return "| %-36s | %-13s | %8.2f | %8.2f | %8.2f | %6.1f | %6.1f%s |%n"
                .formatted(
                        each.question().name(),
                        each.question().reader(),
                        each.median(),
                        each.p95(),
                        each.bare(),
                        each.ratio(),
                        each.question().target(),
                        each.keepsTarget() ? " " : "!");
    }
}
