package org.peyvand.notice;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Every kind of notice that some module tells. */
@Component
public final class NoticeKinds {

    private final List<NoticeKind> all;
    private final Map<String, NoticeKind> byKey;

    NoticeKinds(ObjectProvider<NoticeKind> kinds) {
        all = kinds.stream()
                .sorted(Comparator.comparingInt(NoticeKind::position))
                .toList();
        byKey = all.stream().collect(Collectors.toUnmodifiableMap(NoticeKind::key, Function.identity()));
    }

    /** In the order in which people choose among them. */
    public List<NoticeKind> all() {
        return all;
    }

    public Optional<NoticeKind> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** A kind that is told, and therefore was declared. */
    NoticeKind declared(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException("No kind of notice was declared as " + key));
    }

    /** How the owner of a new record of a type hears of it. */
    NoticeKind announcing(String plural, String otherwise) {
        return all.stream()
                .filter(kind -> plural.equals(kind.announces()))
                .findFirst()
                .orElseGet(() -> declared(otherwise));
    }
}
