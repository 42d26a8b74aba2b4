package org.peyvand.web.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.record.Actor;
import org.peyvand.record.Model;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.query.Hit;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.ReadGate;
import org.peyvand.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Answers the boxes in which a record is chosen: what holds the words, or the latest while nothing is typed. */
@Controller
@Requires(Requires.Permission.SIGNED_IN)
class PickController {

    private static final int MOST = 10;

    private final CurrentActor current;
    private final Models models;
    private final ReadGate gate;

    PickController(CurrentActor current, Models models, ReadGate gate) {
        this.current = current;
        this.models = models;
        this.gate = gate;
    }

    /** {@code any} stands for all types that things may be about; its values carry the type. */
    @GetMapping("/pick/{type}")
    String pick(
            @PathVariable String type,
            @RequestParam @Nullable String q,
            Page page,
            org.springframework.ui.Model model) {
        Actor actor = current.actor();
        String words = q == null ? "" : q.strip();
        model.addAttribute("options", options(actor, type, words));
        return "web/search/options";
    }

    private List<Option> options(Actor actor, String plural, String words) {
        Model model = models.current();
        if (plural.equals("any")) {
            return found(
                    actor,
                    words,
                    Set.copyOf(model.types().stream()
                            .filter(type -> type.is(RecordType.Flag.TIMELINE))
                            .toList()),
                    true);
        }
        RecordType type = model.find(plural).orElseThrow(Refusal.NotFound::new);
        if (!words.isEmpty() && type.is(RecordType.Flag.SEARCHABLE)) {
            return found(actor, words, Set.of(type), false);
        }
        List<Option> options = new ArrayList<>();
        Query query = Query.of(type)
                .matching(words.isEmpty() ? null : words)
                .limited(MOST)
                .reading(List.of(type.titleField()));
        for (StoredRecord record : gate.page(actor, query).items()) {
            Object title = record.values().get(type.titleField().name());
            options.add(new Option(record.id().toString(), title == null ? "" : title.toString(), ""));
        }
        return options;
    }

    private List<Option> found(Actor actor, String words, Set<RecordType> types, boolean typed) {
        if (words.isEmpty()) {
            return List.of();
        }
        List<Option> options = new ArrayList<>();
        for (Hit hit : gate.search(actor, words, types, MOST)) {
            String id = hit.ref().id().toString();
            options.add(new Option(typed ? hit.ref().type() + "/" + id : id, hit.name(), hit.subtitle()));
        }
        return options;
    }
}
