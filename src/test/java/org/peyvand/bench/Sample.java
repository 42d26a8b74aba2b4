package org.peyvand.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** A contact that a question is about. */
record Sample(UUID id, String name, String lastName, String mobile) {

    /** Some contacts of a reader, the same in every run, in no order. */
    static List<Sample> of(BareSql bare, Reader reader) throws SQLException {
        String sql =
                "select t.id, t.name, t.last_name, t.mobile from contact t where t.deleted_at is null" + reader.sight()
                        + " order by hashint8extended(('x' || right(t.id::text, 8))::bit(32)::bigint, 7) limit 150";
        return bare.rows(sql).stream()
                .map(row ->
                        new Sample((UUID) row.get(0), (String) row.get(1), (String) row.get(2), (String) row.get(3)))
                .toList();
    }

    /** The number without the code of the country. */
    String digits() {
        return mobile.substring("+98".length());
    }
}
