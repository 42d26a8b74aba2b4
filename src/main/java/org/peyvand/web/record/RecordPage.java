package org.peyvand.web.record;

import java.util.UUID;
import org.peyvand.access.Requires;
import org.peyvand.access.Requires.Permission;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.field.Field;
import org.peyvand.search.Recents;
import org.peyvand.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of one record and its parts; the slower ones arrive after the first paint. */
@Controller
@Requires(Permission.SIGNED_IN)
class RecordPage {

    /** How the addresses of records look. */
    static final String RECORD = "/{type:[a-z][a-z0-9-]*}/{id:[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}}";

    private final Records records;
    private final Facts facts;
    private final Forms forms;
    private final Recents recents;
    private final Bands bands;

    RecordPage(Records records, Facts facts, Forms forms, Recents recents, Bands bands) {
        this.bands = bands;
        this.recents = recents;
        this.records = records;
        this.facts = facts;
        this.forms = forms;
    }

    @GetMapping(RECORD)
    String show(Page page, @PathVariable String type, @PathVariable UUID id, Model model) {
        Subject subject = records.subject(type, id);
        if (!subject.id().equals(id)) {
            return "redirect:" + subject.href();
        }
        recents.opened(records.actor(), subject.record());
        model.addAttribute("head", facts.head(subject, page));
        model.addAttribute("groups", facts.groups(subject, page));
        model.addAttribute("bands", bands.of(subject, page));
        model.addAttribute("path", StagePath.isWalked(subject.type()));
        model.addAttribute("timeline", subject.type().is(RecordType.Flag.TIMELINE));
        return "web/record/page";
    }

    @GetMapping(RECORD + "/facts")
    String facts(Page page, @PathVariable String type, @PathVariable UUID id, Model model) {
        model.addAttribute("groups", facts.groups(records.subject(type, id), page));
        return "web/record/facts";
    }

    @GetMapping(RECORD + "/bands")
    String bands(Page page, @PathVariable String type, @PathVariable UUID id, Model model) {
        model.addAttribute("bands", bands.of(records.subject(type, id), page));
        return "web/record/bands";
    }

    /** One field as it stands, or with {@code edit} as it is asked for. */
    @GetMapping(RECORD + "/fields/{field}")
    String field(
            Page page,
            @PathVariable String type,
            @PathVariable UUID id,
            @PathVariable String field,
            @RequestParam(defaultValue = "false") boolean edit,
            Model model) {
        Subject subject = records.subject(type, id);
        Field<?> found = subject.type()
                .find(field)
                .filter(each -> subject.record().has(each))
                .orElseThrow(Refusal.NotFound::new);
        Fact fact = facts.fact(subject, found, page);
        model.addAttribute("fact", fact);
        if (!edit || !fact.editable()) {
            return "web/record/fact";
        }
        model.addAttribute("input", forms.input(subject, found, page));
        model.addAttribute("version", subject.record().version());
        return "web/record/editFact";
    }
}
