package org.peyvand.record.query;

import java.sql.SQLException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.conf.SettingsTools;
import org.jooq.impl.DSL;
import org.peyvand.database.KnownPlans;
import org.peyvand.record.Refusal;

/** Puts statements that have so many seconds, after which the question is refused as too slow. */
final class TimedSql {

    private static final String CANCELLED = "57014";

    private final DSLContext sql;
    private final DSLContext known;

    private TimedSql(DSLContext sql) {
        this.sql = sql;
        this.known = KnownPlans.of(sql);
    }

    /** For people who wait. */
    static TimedSql seconds(int seconds, DSLContext sql) {
        return new TimedSql(DSL.using(
                sql.configuration().derive(SettingsTools.clone(sql.settings()).withQueryTimeout(seconds))));
    }

    /** For jobs; the limit of the connection remains. */
    static TimedSql patient(DSLContext sql) {
        return new TimedSql(sql);
    }

    <T> T ask(Function<DSLContext, T> question) {
        return ask(question, sql);
    }

    /** Asks for records by their ids, whose way is always the same. */
    <T> T askKnown(Function<DSLContext, T> question) {
        return ask(question, known);
    }

    private static <T> T ask(Function<DSLContext, T> question, DSLContext sql) {
        try {
            return question.apply(sql);
        } catch (RuntimeException failure) {
            if (isCancelled(failure)) {
                throw new Refusal.TooSlow();
            }
            throw failure;
        }
    }

    private static boolean isCancelled(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(30)
                .anyMatch(cause -> cause instanceof SQLException sql && CANCELLED.equals(sql.getSQLState()));
    }
}
