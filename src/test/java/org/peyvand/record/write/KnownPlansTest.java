package org.peyvand.record.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;
import org.springframework.transaction.support.TransactionTemplate;

/** A few records are written with plans that are known already, many with plans of their own. */
@Tag("database")
class KnownPlansTest {

    static final List<String> modes = new ArrayList<>();
    static final WriteWorld world = new WriteWorld(new Asking());
    static final Actor SARA = WriteWorld.user(1, WriteWorld.SOUTH);

    /** Asks within the transaction of the batch how it is planned. */
    private static final class Asking implements RecordRule {

        @Override
        public RecordType type() {
            return Firm.TYPE;
        }

        @Override
        public void apply(RuleContext context) {
            modes.add(mode());
        }
    }

    @BeforeEach
    void forget() {
        modes.clear();
    }

    @AfterAll
    static void drop() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource({"1, force_generic_plan", "10, force_generic_plan", "11, auto", "400, auto"})
    void plansForTheValuesAtHandOnlyWhenTheyAreMany(int count, String mode) {
        world.gate.write(SARA, firms(count));

        assertThat(modes).containsExactly(mode);
    }

    @Test
    void leavesATransactionOfOthersAsItFoundIt() {
        String after = new TransactionTemplate(world.transactions).execute(status -> {
            world.gate.write(SARA, firms(1));
            return mode();
        });

        assertThat(modes).containsExactly("auto");
        assertThat(after).isEqualTo("auto");
    }

    private static Batch firms(int count) {
        return Batch.of(IntStream.range(0, count)
                .<Write>mapToObj(
                        nth -> new Write.Create(Firm.TYPE, null, Draft.of(Firm.NAME, "firm " + nth + " of " + count)))
                .toList());
    }

    private static String mode() {
        return String.valueOf(world.sql.fetchValue("show plan_cache_mode"));
    }
}
