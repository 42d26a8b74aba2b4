package org.peyvand.web.search;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.Visibility.Reach;
import org.peyvand.record.query.ReadGate;
import org.peyvand.web.Spot;
import org.springframework.stereotype.Component;

/** Says what stands at an address of our own, as far as the reader may see it: one statement at most. */
@Component
class Spots {

    private static final Pattern PATH =
            Pattern.compile("/([a-z][a-z0-9-]{0,63})(?:/([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}))?");

    private final Models models;
    private final ReadGate gate;
    private final Visibility visibility;

    Spots(Models models, ReadGate gate, Visibility visibility) {
        this.models = models;
        this.gate = gate;
        this.visibility = visibility;
    }

    Spot at(Actor actor, @Nullable String path) {
        Matcher parts = PATH.matcher(path == null ? "" : path);
        Optional<RecordType> type = parts.matches()
                ? models.current()
                        .find(parts.group(1))
                        .filter(each -> !(visibility.reach(actor, each, Operation.READ) instanceof Reach.None))
                : Optional.empty();
        if (type.isEmpty()) {
            return new Spot(path == null ? "" : path, null, null);
        }
        StoredRecord record = parts.group(2) == null
                ? null
                : gate.find(actor, type.get(), UUID.fromString(parts.group(2))).orElse(null);
        boolean hidden = parts.group(2) != null && record == null;
        return new Spot(parts.group(), hidden ? null : type.get(), record);
    }
}
