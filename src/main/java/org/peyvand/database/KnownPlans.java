package org.peyvand.database;

import java.sql.SQLException;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteType;
import org.jooq.impl.DSL;

/**
 * Questions whose plan is the same for all values, since ids and keys lead to a few rows: each connection plans them once,
 * where planning takes several times as long as answering. Others are planned for the values at hand, which words to search
 * by need.
 *
 * <p>The three statements go to the server at once and are one transaction there: if the question fails, the connection is as
 * it was before.
 */
public final class KnownPlans implements ExecuteListener {

    private static final String KNOWN = "set plan_cache_mode = force_generic_plan; ";
    private static final String AS_BEFORE = "; set plan_cache_mode = force_custom_plan";

    private KnownPlans() {}

    /** Asks such questions; what changes something goes its usual way. */
    public static DSLContext of(DSLContext sql) {
        return DSL.using(sql.configuration().deriveAppending(new KnownPlans()));
    }

    @Override
    public void renderEnd(ExecuteContext context) {
        if (context.type() == ExecuteType.READ) {
            context.sql(KNOWN + context.sql() + AS_BEFORE);
        }
    }

    /** The first answer is that to the setting before. */
    @Override
    public void executeEnd(ExecuteContext context) {
        if (context.type() == ExecuteType.READ && context.statement() != null) {
            try {
                context.statement().getMoreResults();
                context.resultSet(context.statement().getResultSet());
            } catch (SQLException failure) {
                context.sqlException(failure);
            }
        }
    }
}
