package org.peyvand.web.record;

import java.util.List;
import java.util.Map;
import org.peyvand.access.Requires;
import org.peyvand.access.Requires.Permission;
import org.peyvand.record.Labels;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.query.Candidate;
import org.peyvand.record.query.RecordName;
import org.peyvand.record.write.Draft;
import org.peyvand.web.Page;
import org.peyvand.web.value.FormReader;
import org.peyvand.web.value.Showing;
import org.peyvand.web.value.Shown;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Says beside a form, while it is filled in, which records it may be about that stand already. */
@Controller
@Requires(Permission.SIGNED_IN)
class DuplicatesPart {

    private static final int MOST = 3;

    private final Records records;
    private final FormReader reader;
    private final Showing showing;
    private final Labels labels;

    DuplicatesPart(Records records, FormReader reader, Showing showing, Labels labels) {
        this.records = records;
        this.reader = reader;
        this.showing = showing;
        this.labels = labels;
    }

    @PostMapping("/{type:[a-z][a-z0-9-]*}/duplicates")
    String duplicates(
            Page page, @PathVariable String type, @RequestParam LinkedMultiValueMap<String, String> sent, Model model) {
        RecordType found = records.type(type);
        if (!found.isCompared()) {
            throw new Refusal.NotFound();
        }
        Draft draft = reader.sent(found, records.writable(found), sent, page);
        List<Candidate> candidates = records.gate().candidates(records.actor(), found, draft.values(), null).stream()
                .limit(MOST)
                .toList();
        Map<RecordRef, RecordName> names = records.gate()
                .namesIn(
                        records.actor(),
                        candidates.stream().map(Candidate::record).toList());
        model.addAttribute(
                "duplicates",
                candidates.stream().map(each -> duplicate(each, names, page)).toList());
        return "web/form/duplicates";
    }

    private Duplicate duplicate(Candidate candidate, Map<RecordRef, RecordName> names, Page page) {
        StoredRecord record = candidate.record();
        RecordType type = record.type();
        List<Shown> facts = type.subtitleFields().stream()
                .filter(record::has)
                .map(field -> showing.show(record, field, names, page))
                .filter(shown -> !shown.isEmpty())
                .toList();
        List<String> why = candidate.reasons().stream()
                .map(reason -> page.t(
                        "duplicates." + reason.kind().key(),
                        labels.field(type, reason.field(), page.presentation().language())))
                .toList();
        return new Duplicate(
                "/" + type.plural() + "/" + record.id(),
                showing.show(record, type.titleField(), names, page).text(),
                facts,
                why,
                records.may(type, Operation.UPDATE));
    }
}
