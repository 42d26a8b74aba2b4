package org.peyvand.exchange;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.peyvand.record.Actor;
import org.peyvand.record.Problem;
import org.peyvand.record.field.Field;
import org.peyvand.record.write.Write;

/**
 * Extension point: a column that files have besides the fields of a type, for what belongs to its records, such as the
 * participants of meetings. Several names in a cell are parted by {@code ;}.
 */
public interface ExtraColumn {

    /** The plural of the type. */
    String type();

    /** How the column is called in files, mappings and labels; no field of the type has its name. */
    Field<String> field();

    boolean isReadable(Actor actor);

    boolean isWritable(Actor actor);

    /**
     * What stands in the column, by record; records with nothing are absent.
     *
     * @param again whether the file is to be imported again, so that names will not do
     */
    Map<UUID, String> cells(Actor actor, Collection<UUID> records, boolean again);

    /** What is wrong with cells, by cell; sound ones are absent. */
    Map<String, List<Problem>> problems(Actor actor, Collection<String> cells);

    /**
     * What makes records have what sound cells name, besides what they have; records that lack nothing are absent.
     *
     * @param cells by record
     */
    Map<UUID, List<Write>> writes(Actor actor, Map<UUID, String> cells);
}
