package org.peyvand.setting;

import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What administrators set while the program runs: texts by name, sealed. Every node reads them anew. */
@Component
public class StoredSettings {

    private static final String STORE = """
            insert into stored_setting (name, sealed, updated_by) values ({0}, {1}, {2})
            on conflict (name) do update set sealed = excluded.sealed, updated_at = now(), updated_by = excluded.updated_by
            """;

    private final DSLContext sql;
    private final Secrets secrets;

    StoredSettings(DSLContext sql, Secrets secrets) {
        this.sql = sql;
        this.secrets = secrets;
    }

    public Optional<String> find(String name) {
        return sql.resultQuery("select sealed from stored_setting where name = {0}", DSL.val(name))
                .fetchOptional(0, byte[].class)
                .map(kept -> secrets.open(purpose(name), kept));
    }

    /**
     * Keeps a text under a name.
     *
     * @param by who set it
     */
    public void store(String name, String text, @Nullable UUID by) {
        sql.execute(STORE, DSL.val(name), DSL.val(secrets.seal(purpose(name), text)), DSL.val(by, UUID.class));
    }

    static String purpose(String name) {
        return "stored setting " + name;
    }
}
