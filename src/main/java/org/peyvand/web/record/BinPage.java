package org.peyvand.web.record;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Requires;
import org.peyvand.access.Requires.Permission;
import org.peyvand.record.Labels;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.query.FieldPath;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.RecordName;
import org.peyvand.record.query.Sort;
import org.peyvand.web.Page;
import org.peyvand.web.Tab;
import org.peyvand.web.value.Showing;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The recycle bin: what was deleted, by type, and the way back. */
@Controller
@Requires(Permission.SIGNED_IN)
class BinPage {

    private final Records records;
    private final Showing showing;
    private final Labels labels;

    BinPage(Records records, Showing showing, Labels labels) {
        this.records = records;
        this.showing = showing;
        this.labels = labels;
    }

    @GetMapping("/bin")
    String show(
            Page page,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        List<RecordType> types = types();
        RecordType now = types.stream()
                .filter(each -> type == null || each.plural().equals(type))
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
        var found = records.gate()
                .page(
                        records.actor(),
                        Query.of(now)
                                .inBin()
                                .sorted(List.of(new Sort(FieldPath.of(now, SystemFields.UPDATED_AT), true)))
                                .after(after));
        Map<RecordRef, RecordName> names = records.gate().namesIn(records.actor(), found.items());
        model.addAttribute("type", now.plural());
        model.addAttribute(
                "rows",
                found.items().stream().map(each -> row(each, names, page)).toList());
        if (found.next() != null) {
            model.addAttribute("next", "/bin?type=" + now.plural() + "&after=" + found.next());
        }
        if (after != null) {
            return "web/record/binRows";
        }
        model.addAttribute("label", labels.many(now, page.presentation().language()));
        model.addAttribute(
                "tabs", types.stream().map(each -> tab(each, now, page)).toList());
        return "web/record/bin";
    }

    /** Those in the side bar come first, since what was deleted is mostly one of them. */
    private List<RecordType> types() {
        return records.model().types().stream()
                .filter(each -> records.may(each, Operation.DELETE))
                .sorted(Comparator.comparing(each -> !each.is(RecordType.Flag.NAVIGATION)))
                .toList();
    }

    private Binned row(StoredRecord record, Map<RecordRef, RecordName> names, Page page) {
        RecordType type = record.type();
        return new Binned(
                record.id().toString(),
                Objects.toString(record.values().get(type.titleField().name()), "–"),
                "/" + type.plural() + "/" + record.id(),
                showing.show(record, type.field(SystemFields.UPDATED_BY.name()), names, page),
                showing.show(record, type.field(SystemFields.UPDATED_AT.name()), names, page));
    }

    private Tab tab(RecordType type, RecordType now, Page page) {
        return Tab.of(
                labels.many(type, page.presentation().language()),
                "/bin?type=" + type.plural(),
                type.plural().equals(now.plural()));
    }
}
