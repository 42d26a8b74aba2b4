package org.peyvand.web.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Requires;
import org.peyvand.access.Requires.Permission;
import org.peyvand.record.RecordRef;
import org.peyvand.record.query.RecordName;
import org.peyvand.record.write.Change;
import org.peyvand.record.write.ChangeLog;
import org.peyvand.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Everything that was changed about a record, by whom, and a way back from each. */
@Controller
@Requires(Permission.SIGNED_IN)
class HistoryPage {

    private static final int SIZE = 50;

    private final Records records;
    private final ChangeLog log;
    private final ChangeEntries changes;
    private final Facts facts;

    HistoryPage(Records records, ChangeLog log, ChangeEntries changes, Facts facts) {
        this.records = records;
        this.log = log;
        this.changes = changes;
        this.facts = facts;
    }

    @GetMapping(RecordPage.RECORD + "/history")
    String show(
            Page page,
            @PathVariable String type,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        Subject subject = records.subject(type, id);
        var history = log.history(records.actor(), subject.type(), id, SIZE, after);
        Map<RecordRef, RecordName> names = changes.names(changes.references(history.items()));
        model.addAttribute("entries", entries(subject, history.items(), names, page));
        if (history.next() != null) {
            model.addAttribute("next", subject.href() + "/history?after=" + history.next());
        }
        if (after != null) {
            return "web/record/entries";
        }
        model.addAttribute("head", facts.head(subject, page));
        return "web/record/history";
    }

    /** The day stands above the first entry of it only. */
    private List<Entry> entries(Subject subject, List<Change> history, Map<RecordRef, RecordName> names, Page page) {
        List<Entry> entries = new ArrayList<>();
        LocalDate last = null;
        for (Change change : history) {
            Entry entry = changes.entry(subject.type(), change, names, page);
            LocalDate day = page.presentation().dateOf(entry.at());
            entries.add(
                    day.equals(last) ? entry : entry.under(page.presentation().weekdayDate(day)));
            last = day;
        }
        return entries;
    }
}
