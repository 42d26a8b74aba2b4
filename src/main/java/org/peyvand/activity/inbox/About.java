package org.peyvand.activity.inbox;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.RecordRef;
import org.peyvand.record.query.RecordName;
import org.peyvand.web.InboxSource.Act;
import org.peyvand.web.Page;

/** What an activity is about, as far as the reader may know it. */
record About(@Nullable RecordRef ref, String name) {

    static About of(@Nullable RecordRef ref, Map<RecordRef, RecordName> names) {
        RecordName name = ref == null ? null : names.get(ref);
        return name == null || name.name() == null
                ? new About(null, "")
                : new About(ref, Objects.requireNonNull(name.name()));
    }

    @Nullable
    String href() {
        return ref == null ? null : "/" + ref.type() + "/" + ref.id();
    }

    /** Logs a call with them. */
    Optional<Act> call(Page page) {
        return ref == null ? Optional.empty() : Optional.of(call(ref, page));
    }

    static Act call(RecordRef ref, Page page) {
        return new Act(
                "phone", page.t("calllog.title"), "/calls/log?regarding=" + ref.type() + "/" + ref.id(), "l", true);
    }
}
