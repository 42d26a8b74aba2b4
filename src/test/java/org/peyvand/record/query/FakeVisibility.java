package org.peyvand.record.query;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;
import org.peyvand.record.Visibility;
import org.peyvand.record.field.Field;

/** Lets everybody see everything but what a test takes away from users; the program itself always sees all. */
final class FakeVisibility implements Visibility {

    private final Map<String, Reach> reaches = new HashMap<>();
    private final Set<String> hidden = new HashSet<>();

    void reach(RecordType type, Reach reach) {
        reaches.put(type.plural(), reach);
    }

    void hide(RecordType type, Field<?> field) {
        hidden.add(type.plural() + "." + field.name());
    }

    void reset() {
        reaches.clear();
        hidden.clear();
    }

    @Override
    public Reach reach(Actor actor, RecordType type, Operation operation) {
        return actor.isSystem() ? Reach.ALL : reaches.getOrDefault(type.plural(), Reach.ALL);
    }

    @Override
    public FieldAccess access(Actor actor, RecordType type, Field<?> field) {
        return !actor.isSystem() && hidden.contains(type.plural() + "." + field.name())
                ? FieldAccess.HIDDEN
                : FieldAccess.WRITABLE;
    }
}
