package org.peyvand.web.record;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.peyvand.access.Requires;
import org.peyvand.access.Requires.Permission;
import org.peyvand.exchange.ReadingCard;
import org.peyvand.record.Labels;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.field.Field;
import org.peyvand.record.query.RecordName;
import org.peyvand.record.write.Draft;
import org.peyvand.web.Page;
import org.peyvand.web.value.FormReader;
import org.peyvand.web.value.Showing;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Takes a pasted signature apart beside a form for a new record: first it shows what it found, each with a tick, then it puts
 * what stayed ticked into the fields that are still empty. Nothing is saved by it.
 */
@Controller
@Requires(Permission.SIGNED_IN)
public class PastingCard {

    private static final String TYPE = "/{type:[a-z][a-z0-9-]*}";
    private static final String TEXT = "card";
    private static final String TICKED = "card.take";

    private final Records records;
    private final Forms forms;
    private final FormReader reader;
    private final Showing showing;
    private final Labels labels;
    private final ReadingCard cards;

    PastingCard(Records records, Forms forms, FormReader reader, Showing showing, Labels labels, ReadingCard cards) {
        this.cards = cards;
        this.records = records;
        this.forms = forms;
        this.reader = reader;
        this.showing = showing;
        this.labels = labels;
    }

    /** A field with what the card says of it. */
    public record Finding(String field, String label, String text) {}

    @PostMapping(TYPE + "/card")
    String read(
            Page page, @PathVariable String type, @RequestParam LinkedMultiValueMap<String, String> sent, Model model) {
        RecordType found = creatable(type);
        Draft draft = draft(found, sent);
        Map<RecordRef, RecordName> names = names(found, draft);
        List<Finding> findings = records.writable(found).stream()
                .filter(field -> draft.fields().contains(field.name()))
                .map(field -> finding(found, field, draft, names, page))
                .toList();
        model.addAttribute("findings", findings);
        model.addAttribute("action", "/" + type + "/new");
        return "web/form/findings";
    }

    /** The form again, with what was typed and, where nothing was, what the card says. */
    @PostMapping(TYPE + "/new")
    String fill(
            Page page,
            @PathVariable String type,
            @RequestParam LinkedMultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model) {
        RecordType found = creatable(type);
        Draft typed = reader.touched(found, records.writable(found), sent, page);
        Set<String> ticked = Set.copyOf(sent.getOrDefault(TICKED, List.of()));
        draft(found, sent).values().forEach((name, value) -> {
            if (ticked.contains(name) && typed.values().get(name) == null) {
                typed.put(found.field(name), value);
            }
        });
        model.addAttribute(
                "form",
                forms.create(found, typed, Forms.Length.of(request), page).keptAs(sent.getFirst("draft")));
        return Forms.Length.of(request) == Forms.Length.SHORT ? "web/form/dialog" : "web/form/page";
    }

    private RecordType creatable(String plural) {
        RecordType type = records.type(plural);
        if (!records.may(type, Operation.CREATE)) {
            throw new Refusal.NotFound();
        }
        return type;
    }

    private Draft draft(RecordType type, LinkedMultiValueMap<String, String> sent) {
        return cards.read(
                records.actor(), type, Optional.ofNullable(sent.getFirst(TEXT)).orElse(""));
    }

    private Map<RecordRef, RecordName> names(RecordType type, Draft draft) {
        List<RecordRef> refs = draft.values().entrySet().stream()
                .flatMap(each -> java.util.stream.Stream.ofNullable(
                        Forms.ref(records.model(), type.field(each.getKey()), each.getValue())))
                .toList();
        return refs.isEmpty() ? Map.of() : records.gate().names(records.actor(), refs);
    }

    private Finding finding(RecordType type, Field<?> field, Draft draft, Map<RecordRef, RecordName> names, Page page) {
        return new Finding(
                field.name(),
                labels.field(type, field, page.presentation().language()),
                showing.value(type, field, draft.values().get(field.name()), names, page)
                        .text());
    }
}
