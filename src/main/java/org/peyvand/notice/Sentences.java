package org.peyvand.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Messages;
import org.peyvand.locale.Presentation;
import org.peyvand.record.Actor;
import org.peyvand.record.Labels;
import org.peyvand.record.Model;
import org.peyvand.record.Models;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.Visibility;
import org.peyvand.record.Visibility.FieldAccess;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.query.RecordName;
import org.springframework.stereotype.Component;

/** Puts notices into words for one reader: in their language, by their rights of this moment. */
@Component
final class Sentences {

    private static final String PEOPLE = "users";
    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    private final ReadGate reads;
    private final Visibility visibility;
    private final Models models;
    private final NoticeKinds kinds;
    private final Messages messages;

    Sentences(ReadGate reads, Visibility visibility, Models models, NoticeKinds kinds, Messages messages) {
        this.reads = reads;
        this.visibility = visibility;
        this.models = models;
        this.kinds = kinds;
        this.messages = messages;
    }

    /** All of them, in their order, by one statement; kinds that no module declares any more are left out. */
    List<Notice> of(Actor reader, Presentation presentation, Collection<NoticeRow> rows) {
        Set<RecordRef> refs = new LinkedHashSet<>();
        for (NoticeRow row : rows) {
            if (row.by() != null) {
                refs.add(new RecordRef(PEOPLE, row.by()));
            }
            if (row.subject() != null) {
                refs.add(row.subject());
            }
        }
        Telling telling = new Telling(reader, presentation, refs.isEmpty() ? Map.of() : reads.names(reader, refs));
        List<Notice> notices = new ArrayList<>();
        rows.forEach(row -> kinds.find(row.kind()).ifPresent(kind -> notices.add(telling.notice(row, kind))));
        return notices;
    }

    /** One reading. */
    private final class Telling {

        private final Actor reader;
        private final Presentation presentation;
        private final Locale language;
        private final Map<RecordRef, RecordName> names;
        private final Model model = models.current();

        Telling(Actor reader, Presentation presentation, Map<RecordRef, RecordName> names) {
            this.reader = reader;
            this.presentation = presentation;
            this.language = presentation.language();
            this.names = names;
        }

        Notice notice(NoticeRow row, NoticeKind kind) {
            RecordName subject = visible(row.subject());
            String by = who(row);
            return new Notice(
                    row.id(),
                    kind,
                    row.at(),
                    text(row, kind, by, subject),
                    by,
                    subject == null ? null : subject.ref(),
                    subject == null ? null : subject.name(),
                    href(row, subject),
                    row.readAt());
        }

        private String text(NoticeRow row, NoticeKind kind, @Nullable String by, @Nullable RecordName subject) {
            List<String> arguments = new ArrayList<>();
            arguments.add(by == null ? t("notice.somebody") : isolated(by));
            arguments.add(
                    row.subject() == null
                            ? presentation.number(row.count())
                            : subject == null ? t("notice.hidden") : isolated(String.valueOf(subject.name())));
            row.arguments().forEach(word -> arguments.add(say(word)));
            String key = "notice." + kind.key() + (row.subject() == null && row.path() == null ? ".many" : "");
            return messages.text(
                    language, messages.has(language, key) ? key : "notice." + kind.key(), arguments.toArray());
        }

        private @Nullable String who(NoticeRow row) {
            if (row.by() == null) {
                return t("web.product");
            }
            RecordName name = visible(new RecordRef(PEOPLE, row.by()));
            return name == null ? null : name.name();
        }

        private @Nullable RecordName visible(@Nullable RecordRef ref) {
            RecordName name = ref == null ? null : names.get(ref);
            return name == null || name.hidden() ? null : name;
        }

        private @Nullable String href(NoticeRow row, @Nullable RecordName subject) {
            if (row.path() != null) {
                return row.path();
            }
            return subject == null
                    ? null
                    : "/" + subject.ref().type() + "/" + subject.ref().id();
        }

        private String say(Word word) {
            return switch (word) {
                case Word.Text text -> isolated(text.text());
                case Word.Amount amount -> presentation.number(amount.number());
                case Word.Moment moment -> presentation.instant(moment.at());
                case Word.Key key -> t(key.key());
                case Word.TypeName type ->
                    model.find(type.plural())
                            .map(found -> new Labels(messages).many(found, language))
                            .orElse(type.plural());
                case Word.FieldNames fields -> labels(fields);
            };
        }

        /** A name of the other direction must not turn the sentence around it; a sentence in one piece has no other means. */
        private String isolated(String name) {
            return FIRST_STRONG_ISOLATE + name + POP_ISOLATE;
        }

        private String labels(Word.FieldNames fields) {
            RecordType type = model.find(fields.plural()).orElse(null);
            String labels = type == null
                    ? ""
                    : fields.names().stream()
                            .flatMap(name -> type.find(name).stream())
                            .filter(field -> visibility.access(reader, type, field) != FieldAccess.HIDDEN)
                            .map(field -> new Labels(messages).field(type, field, language))
                            .distinct()
                            .collect(Collectors.joining(t("notice.comma") + " "));
            return labels.isEmpty() ? t("notice.something") : labels;
        }

        private String t(String key) {
            return messages.text(language, key);
        }
    }
}
