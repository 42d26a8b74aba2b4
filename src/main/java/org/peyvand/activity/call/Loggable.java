package org.peyvand.activity.call;

import java.util.Optional;
import org.peyvand.record.Model;
import org.peyvand.record.RecordType;

/** What calls are about: whatever has a timeline. */
final class Loggable {

    private Loggable() {}

    static Optional<RecordType> type(Model model, String plural) {
        return model.find(plural).filter(type -> type.is(RecordType.Flag.TIMELINE));
    }
}
