package org.peyvand.record.write;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Models;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.field.Column;
import org.peyvand.record.field.Field;
import org.peyvand.record.write.Outcome.Result;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Tries a batch until it went through or was refused, each time in a transaction or savepoint of its own. */
final class Attempts {

    private static final int MOST = 3;

    /** A deadlock or a failed serialisation is nobody's fault and goes away. */
    private static final List<String> TRANSIENT = List.of("40001", "40P01");

    private static final String UNIQUE = "23505";
    private static final String FOREIGN_KEY = "23503";

    /** The planner takes an array that it has not seen to hold ten values, so its plan for any array suits so many rows. */
    private static final int FEW = 10;

    /**
     * Planning what stores one record takes as long as storing it, and all of it is found by ids and keys, whatever their
     * values. Outside of the gate most plans are made for the values at hand, which words to search by need.
     */
    private static final String KNOWN_PLANS = "set local plan_cache_mode = force_generic_plan";

    private final DSLContext sql;
    private final TransactionTemplate transactions;
    private final Models models;

    Attempts(DSLContext sql, PlatformTransactionManager manager, Models models) {
        this.sql = sql;
        this.models = models;
        this.transactions = new TransactionTemplate(manager);
        this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Answers what is asked about a batch in the transaction in which it went through. */
    <T> T of(Batch batch, Function<Batch, Written> attempt, Function<Written, T> answer) {
        for (int tried = 1; ; tried++) {
            try {
                return inTransaction(batch, attempt.andThen(answer));
            } catch (WriteRun.ModelMoved moved) {
                if (tried > MOST) {
                    throw new IllegalStateException("the model still moves after " + tried + " attempts", moved);
                }
                models.reload();
            } catch (RuntimeException failure) {
                SQLException cause = sqlCause(failure);
                if (cause == null) {
                    throw failure;
                }
                if (!mayPass(cause, tried)) {
                    RuntimeException reason = refusal(batch, cause, failure);
                    if (reason instanceof Refusal
                            && !batch.atomic()
                            && batch.writes().size() > 1) {
                        return inTransaction(batch, whole -> answer.apply(oneByOne(whole, attempt)));
                    }
                    throw reason;
                }
            }
        }
    }

    /** Finds the one write of a tolerant batch that a constraint refuses, and lets the others through. */
    private Written oneByOne(Batch batch, Function<Batch, Written> attempt) {
        List<Outcome> outcomes = new ArrayList<>();
        UUID changeSet = batch.changeSet();
        boolean changed = false;
        for (Write write : batch.writes()) {
            try {
                Written written = of(batch.alone(write, changeSet), attempt, each -> each);
                outcomes.add(written.single());
                changed |= written.changeSet() != null;
                changeSet = written.changeSet() == null ? changeSet : written.changeSet();
            } catch (Refusal refused) {
                outcomes.add(new Outcome(null, 0, Result.REFUSED, refused));
            }
        }
        return new Written(changed ? changeSet : null, outcomes);
    }

    private <T> T inTransaction(Batch batch, Function<Batch, T> work) {
        T answer = transactions.execute(status -> {
            if (status.isNewTransaction() && batch.writes().size() <= FEW) {
                sql.execute(KNOWN_PLANS);
            }
            return work.apply(batch);
        });
        if (answer == null) {
            throw new IllegalStateException("an attempt answered nothing");
        }
        return answer;
    }

    private static boolean mayPass(SQLException cause, int tried) {
        String state = String.valueOf(cause.getSQLState());
        return tried <= MOST && (TRANSIENT.contains(state) || UNIQUE.equals(state));
    }

    /** What a constraint that no field declares, such as one over two columns, still refuses after the last attempt. */
    private RuntimeException refusal(Batch batch, SQLException cause, RuntimeException failure) {
        ServerErrorMessage message = cause instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        if (message == null) {
            return failure;
        }
        return switch (String.valueOf(cause.getSQLState())) {
            case UNIQUE ->
                "record_identity_pkey".equals(message.getConstraint())
                        ? new Refusal.Conflict("id-taken")
                        : new Refusal.Conflict(taken(batch, message), "taken");
            case FOREIGN_KEY -> new Refusal.Conflict("reference-gone");
            default -> failure;
        };
    }

    /** The last field of the type whose column the violated index is built on. */
    private List<Problem> taken(Batch batch, ServerErrorMessage message) {
        String definition =
                sql.fetchValue("select pg_get_indexdef(to_regclass(?))", String.valueOf(message.getConstraint()))
                                instanceof String found
                        ? found
                        : "";
        List<Problem> problems = new ArrayList<>();
        for (Write write : batch.writes()) {
            RecordType type = models.current().effective(write.type());
            if (type.table().equals(message.getTable()) && problems.isEmpty()) {
                for (Field<?> field : type.fields()) {
                    for (Column column : field.columns()) {
                        if (definition.matches("(?s).*\\(.*\\b" + column.name() + "\\b.*")
                                && !column.name().equals("deleted_at")) {
                            problems.add(Problem.of(field.name(), "taken"));
                        }
                    }
                }
            }
        }
        return problems;
    }

    private static @Nullable SQLException sqlCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found) {
                return found;
            }
        }
        return null;
    }
}
