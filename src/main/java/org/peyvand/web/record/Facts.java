package org.peyvand.web.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyvand.notice.Followers;
import org.peyvand.record.Labels;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.field.ContactPoint;
import org.peyvand.record.field.ExternalKeysType;
import org.peyvand.record.field.Field;
import org.peyvand.search.Favourites;
import org.peyvand.web.Page;
import org.peyvand.web.value.Showing;
import org.peyvand.web.value.Shown;
import org.springframework.stereotype.Component;

/** Lays the fields of a record out for its page. */
@Component
class Facts {

    private static final int KEY_FACTS = 5;

    private final Records records;
    private final Showing showing;
    private final Labels labels;
    private final Favourites favourites;

    Facts(Records records, Showing showing, Labels labels, Favourites favourites) {
        this.favourites = favourites;
        this.records = records;
        this.showing = showing;
        this.labels = labels;
    }

    /** The sections as declared, then own fields, then what the program keeps. */
    List<Fact.Group> groups(Subject subject, Page page) {
        RecordType type = subject.type();
        Set<String> placed = new HashSet<>();
        List<Fact.Group> groups = new ArrayList<>();
        for (RecordType.Section section : type.sections()) {
            placed.addAll(section.fields());
            groups.add(group(
                    section.key(),
                    labels.section(section, page.presentation().language()),
                    section.fields().stream()
                            .filter(name -> !subject.hides(name))
                            .<Field<?>>map(type::field)
                            .toList(),
                    subject,
                    page));
        }
        List<Field<?>> own = type.ownFields().stream()
                .filter(field -> !placed.contains(field.name()) && !isTitle(type, field))
                .filter(field -> !subject.hides(field.name()))
                .toList();
        groups.add(group("own", page.t("record.section.own"), own, subject, page));
        groups.add(group("system", page.t("record.section.system"), SystemFields.LAST, subject, page));
        return groups.stream().filter(group -> !group.isEmpty()).toList();
    }

    private Fact.Group group(String key, String label, Collection<Field<?>> fields, Subject subject, Page page) {
        return Fact.Group.of(
                key,
                label,
                fields.stream()
                        .filter(field -> subject.record().has(field) && isShown(field))
                        .map(field -> fact(subject, field, page))
                        .toList());
    }

    Fact fact(Subject subject, Field<?> field, Page page) {
        RecordType type = subject.type();
        Shown shown = showing.show(subject.record(), field, subject.names(), page);
        return new Fact(
                field.name(),
                labels.field(type, field, page.presentation().language()),
                shown,
                subject.href(),
                !subject.record().deleted() && subject.may(Operation.UPDATE) && records.writes(type, field),
                shown.isEmpty() || isRepeated(subject.record().values().get(field.name())));
    }

    /** What differs between two states of a record: the edited field and what rules derived from it. */
    List<Fact> changed(StoredRecord before, Subject after, Page page) {
        return after.type().fields().stream()
                .filter(field -> isShown(field) && after.record().has(field) && !same(field, before, after.record()))
                .map(field -> fact(after, field, page))
                .toList();
    }

    Head head(Subject subject, Page page) {
        RecordType type = subject.type();
        List<Fact> listed = type.listColumns().stream()
                .filter(field -> !isTitle(type, field) && subject.record().has(field))
                .filter(field -> !subject.hides(field.name()))
                .map(field -> fact(subject, field, page))
                .filter(fact -> !fact.shown().isEmpty())
                .toList();
        List<Fact> keys = new ArrayList<>(listed.stream()
                .filter(fact -> !fact.shown().is(Shown.Kind.TAG))
                .limit(KEY_FACTS)
                .toList());
        if (Records.isOwned(type) && subject.record().has(SystemFields.OWNER)) {
            keys.add(fact(subject, type.field(SystemFields.OWNER.name()), page));
        }
        boolean live = !subject.record().deleted();
        return new Head(
                subject.title(),
                labels.one(type, page.presentation().language()),
                subject.href(),
                listed.stream()
                        .map(Fact::shown)
                        .filter(shown -> shown.is(Shown.Kind.TAG))
                        .toList(),
                keys,
                subject.record().version(),
                live && subject.may(Operation.UPDATE),
                live && subject.may(Operation.DELETE),
                !live && subject.may(Operation.DELETE),
                live && Followers.isFollowed(type),
                favourites.has(records.actor(), subject.id()));
    }

    /** Lists of nothing but primaries repeat what the single fields say. */
    private static boolean isRepeated(@Nullable Object value) {
        return value instanceof List<?> list
                && list.stream().allMatch(each -> each instanceof ContactPoint point && point.primary());
    }

    private static boolean isShown(Field<?> field) {
        return !(field.type() instanceof ExternalKeysType)
                && !field.name().equals(SystemFields.ID.name())
                && !field.name().equals(SystemFields.VERSION.name());
    }

    private static boolean isTitle(RecordType type, Field<?> field) {
        return type.titleField().name().equals(field.name());
    }

    @SuppressWarnings("unchecked")
    private static <T> boolean same(Field<T> field, StoredRecord one, StoredRecord other) {
        return field.type()
                .same((T) one.values().get(field.name()), (T) other.values().get(field.name()));
    }
}
