package org.peyvand.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.TestProgram;

/** That the benchmark runs, and that the program gives the answers of bare SQL; how fast is no matter here. */
@Tag("database")
class BenchmarkShapeTest {

    @Test
    void answersAsBareSqlDoes() throws Exception {
        try (var program = TestProgram.start()) {
            var report = new Bench(Subject.of(program::bean, program.url()), Size.TENTH).run(null);

            assertThat(report.timings()).hasSizeGreaterThan(25).allMatch(each -> each.median() > 0);
            assertThat(report.flows()).hasSize(2);
            assertThat(report.toString()).contains("list by name, deep page", "MiB resident");
        }
    }
}
