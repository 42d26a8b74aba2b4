package org.peyvand.web.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.peyvand.access.Requires;
import org.peyvand.access.Requires.Permission;
import org.peyvand.record.Labels;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.Relation;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.field.AnyReferenceType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.MoneyType;
import org.peyvand.record.field.Operator;
import org.peyvand.record.field.TextType;
import org.peyvand.record.query.Condition;
import org.peyvand.record.query.Count;
import org.peyvand.record.query.FieldPath;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.RecordName;
import org.peyvand.web.Page;
import org.peyvand.web.value.Showing;
import org.peyvand.web.value.Shown;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriUtils;

/** What refers to a record: of each relation the first few, how many there are, and the way to all of them. */
@Controller
@Requires(Permission.SIGNED_IN)
class RelatedPart {

    private static final int SHOWN = 5;

    private final Records records;
    private final Showing showing;
    private final Labels labels;

    RelatedPart(Records records, Showing showing, Labels labels) {
        this.records = records;
        this.showing = showing;
        this.labels = labels;
    }

    @GetMapping(RecordPage.RECORD + "/related")
    String show(Page page, @PathVariable String type, @PathVariable UUID id, Model model) {
        Subject subject = records.subject(type, id);
        List<Part> parts = records.model().relations(subject.type()).stream()
                .filter(this::isShown)
                .map(relation -> part(relation, subject.id()))
                .toList();
        List<StoredRecord> all =
                parts.stream().flatMap(part -> part.found.stream()).toList();
        Map<RecordRef, RecordName> names =
                all.isEmpty() ? new HashMap<>() : records.gate().namesIn(records.actor(), all);
        model.addAttribute(
                "related",
                parts.stream()
                        .sorted(Comparator.comparing((Part part) -> part.found.isEmpty()))
                        .map(part -> related(part, subject, names, page))
                        .toList());
        return "web/record/related";
    }

    private record Part(Relation relation, List<StoredRecord> found, Count count) {}

    private boolean isShown(Relation relation) {
        RecordType target = relation.target();
        return !relation.forward()
                && !SystemFields.isSystem(relation.field())
                && !(relation.field().type() instanceof AnyReferenceType)
                && records.may(target, Operation.READ)
                && records.reads(target, relation.field());
    }

    private Part part(Relation relation, UUID id) {
        Query query = Query.of(relation.target())
                .where(Condition.compare(FieldPath.of(relation.target(), relation.field()), Operator.EQ, id));
        List<StoredRecord> found =
                records.gate().page(records.actor(), query.limited(SHOWN)).items();
        Count count = found.size() < SHOWN
                ? new Count(found.size(), false)
                : records.gate().count(records.actor(), query);
        return new Part(relation, found, count);
    }

    private Related related(Part part, Subject subject, Map<RecordRef, RecordName> names, Page page) {
        RecordType target = part.relation.target();
        String field = part.relation.field().name();
        String filter = "{\"field\":\"" + field + "\",\"op\":\"eq\",\"value\":\"" + subject.id() + "\"}";
        boolean creatable = !subject.record().deleted()
                && records.may(target, Operation.CREATE)
                && records.writes(target, part.relation.field())
                && (!isPart(part.relation) || subject.may(Operation.UPDATE));
        return new Related(
                label(part.relation, page),
                target.icon(),
                page.number(part.count.count()) + (part.count.capped() ? "+" : ""),
                part.found.stream()
                        .map(record -> item(part.relation, record, subject, page, names))
                        .toList(),
                "/" + target.plural() + "?filter=" + UriUtils.encode(filter, java.nio.charset.StandardCharsets.UTF_8),
                creatable ? "/" + target.plural() + "/new?" + field + "=" + subject.id() : null,
                page.t(
                        "record.related.new",
                        labels.one(target, page.presentation().language())));
    }

    /** Whether what it leads to belongs to the record. */
    private static boolean isPart(Relation relation) {
        return relation.target()
                .belongsToField()
                .filter(field -> field.name().equals(relation.field().name()))
                .isPresent();
    }

    /** Two relations to one type are told apart by their fields. */
    private String label(Relation relation, Page page) {
        String many = labels.many(relation.target(), page.presentation().language());
        long same = records.model().relations(relation.from()).stream()
                .filter(other -> !other.forward()
                        && other.target().plural().equals(relation.target().plural())
                        && !SystemFields.isSystem(other.field()))
                .count();
        return same < 2
                ? many
                : page.t(
                        "record.related.by",
                        many,
                        labels.field(
                                relation.target(),
                                relation.field(),
                                page.presentation().language()));
    }

    private Related.Item item(
            Relation relation, StoredRecord record, Subject subject, Page page, Map<RecordRef, RecordName> names) {
        RecordType type = record.type();
        List<Shown> details = new ArrayList<>();
        for (Field<?> field : type.subtitleFields()) {
            Shown shown = showing.show(record, field, names, page);
            if (!field.name().equals(relation.field().name()) && !shown.text().isEmpty()) {
                details.add(shown);
            }
        }
        Shown title = showing.show(record, type.titleField(), names, page);
        if (!(type.titleField().type() instanceof TextType) && !details.isEmpty()) {
            // What only joins two others is called by the other one.
            details.add(title);
            title = details.removeFirst();
        }
        return new Related.Item(
                Objects.toString(title.text(), ""),
                details,
                "/" + type.plural() + "/" + record.id(),
                isPart(relation) && records.may(type, Operation.DELETE) && subject.may(Operation.UPDATE)
                        ? "/" + type.plural() + "/" + record.id() + "/deletion"
                        : null,
                type.boardField()
                        .map(field -> showing.show(record, field, names, page))
                        .orElse(null),
                type.listColumns().stream()
                        .filter(field -> field.type() instanceof MoneyType)
                        .map(field -> showing.show(record, field, names, page))
                        .filter(shown -> !shown.isEmpty())
                        .findFirst()
                        .orElse(null));
    }
}
