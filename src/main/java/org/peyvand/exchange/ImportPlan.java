package org.peyvand.exchange;

import java.util.List;
import org.peyvand.record.Model;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.Field;

/**
 * An import as it was understood before anything is written.
 *
 * @param model the model it was understood against, with own fields that are yet to be made as if they were there
 * @param matchOn the fields that tell whether a record is there already; empty when every row becomes a record
 */
record ImportPlan(
        Model model,
        RecordType type,
        TableFormat format,
        Mapping mapping,
        ImportOptions options,
        ValueWords values,
        List<Field<?>> matchOn) {}
