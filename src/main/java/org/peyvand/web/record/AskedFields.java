package org.peyvand.web.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Requires;
import org.peyvand.access.Requires.Permission;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.FieldRuling;
import org.peyvand.record.write.FieldRuling.Ruling;
import org.peyvand.web.Page;
import org.peyvand.web.value.FormReader;
import org.peyvand.web.value.Input;
import org.peyvand.web.value.Retyped;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** While a form is filled: answers the fields that rules now show, hide or demand, holding what was typed into them. */
@Controller
@Requires(Permission.SIGNED_IN)
class AskedFields {

    private final Records records;
    private final Forms forms;
    private final FormReader reader;
    private final FieldRuling ruling;

    AskedFields(Records records, Forms forms, FormReader reader, FieldRuling ruling) {
        this.records = records;
        this.forms = forms;
        this.reader = reader;
        this.ruling = ruling;
    }

    @PostMapping("/{type:[a-z][a-z0-9-]*}/asked")
    String ofNew(
            Page page, @PathVariable String type, @RequestParam LinkedMultiValueMap<String, String> sent, Model model) {
        RecordType found = records.type(type);
        if (!records.may(found, Operation.CREATE)) {
            throw new Refusal.NotFound();
        }
        Draft draft = reader.sent(found, records.writable(found), sent, page);
        Map<String, @Nullable Object> values = new HashMap<>(draft.values());
        return answer(
                found,
                forms.create(found, new Draft(), Forms.Length.WHOLE, page),
                ruling.of(records.actor(), found, null, values),
                sent,
                model);
    }

    @PostMapping(RecordPage.RECORD + "/asked")
    String ofStanding(
            Page page,
            @PathVariable String type,
            @PathVariable UUID id,
            @RequestParam LinkedMultiValueMap<String, String> sent,
            Model model) {
        Subject subject = records.subject(type, id);
        Draft draft = reader.touched(subject.type(), records.writable(subject.type()), sent, page);
        Map<String, @Nullable Object> values = new HashMap<>(subject.record().values());
        values.putAll(draft.values());
        Ruling now = ruling.of(records.actor(), subject.type(), id, values);
        return answer(subject.type(), forms.edit(subject, page), now, sent, model);
    }

    /** Only what differs from what the page shows: a field that somebody is typing into stays as it is. */
    private static String answer(
            RecordType type, EditForm form, Ruling now, LinkedMultiValueMap<String, String> sent, Model model) {
        EditForm ruled = form.ruled(type, now);
        List<Input> changed = ruled.inputs()
                .filter(input -> ruled.state(input) != null)
                .filter(input -> !String.valueOf(ruled.state(input)).equals(sent.getFirst("state." + input.name())))
                .map(input -> Retyped.of(input, sent))
                .toList();
        model.addAttribute("form", ruled);
        model.addAttribute("inputs", changed);
        return "web/form/asked";
    }
}
