package org.peyvand.record.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.record.Actor;
import org.peyvand.record.write.Outcome.Result;

/** A write is answered with what is asked in its transaction. */
@Tag("database")
class AnsweredWritesTest {

    static final WriteWorld world = new WriteWorld();
    static final Actor SARA = WriteWorld.user(1, WriteWorld.SOUTH);

    @AfterAll
    static void drop() {
        world.close();
    }

    @Test
    void theAnswerSeesTheRecordBeforeAnybodyElse() {
        String answer = world.gate.write(
                SARA, firm("seen", "seen-1"), written -> name(written) + ", " + mode() + ", " + stored("seen"));

        assertThat(answer).isEqualTo("seen, force_generic_plan, 0");
        assertThat(stored("seen")).isEqualTo(1);
    }

    @Test
    void anAnswerThatFailsTakesTheWriteWithIt() {
        assertThatThrownBy(() -> world.gate.write(SARA, firm("lost", "lost-1"), written -> {
                    assertThat(name(written)).isEqualTo("lost");
                    throw new IllegalStateException("no answer");
                }))
                .hasMessage("no answer");

        assertThat(stored("lost")).isZero();
    }

    @Test
    void isAskedOnceOfATolerantBatchOfWhichOneIsRefused() {
        world.gate.write(SARA, firm("first", "taken-1"));
        Write taken = new Write.Create(Firm.TYPE, null, draft("second", "taken-1"));
        Write free = new Write.Create(Firm.TYPE, null, draft("third", "third-1"));

        List<Result> results = world.gate.write(
                SARA,
                Batch.of(List.of(taken, free)).tolerant(),
                written -> written.outcomes().stream().map(Outcome::result).toList());

        assertThat(results).containsExactly(Result.REFUSED, Result.CREATED);
        assertThat(stored("third")).isEqualTo(1);
    }

    private static Batch firm(String name, String code) {
        return Batch.of(new Write.Create(Firm.TYPE, null, draft(name, code)));
    }

    private static Draft draft(String name, String code) {
        return Draft.of(Firm.NAME, name).set(Firm.CODE, code);
    }

    /** As the transaction of the write sees it. */
    private static String name(Written written) {
        return String.valueOf(world.sql.fetchValue(
                "select name from firm where id = ?",
                Objects.requireNonNull(written.single().id())));
    }

    private static String mode() {
        return String.valueOf(world.sql.fetchValue("show plan_cache_mode"));
    }

    /** As somebody else sees it, whose thread is in no transaction. */
    private static int stored(String name) {
        return CompletableFuture.supplyAsync(() -> world.database
                        .sql()
                        .fetchCount(
                                DSL.table("firm"),
                                DSL.field("name", String.class).eq(name)))
                .join();
    }
}
