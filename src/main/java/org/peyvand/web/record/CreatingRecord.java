package org.peyvand.web.record;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.peyvand.access.Requires;
import org.peyvand.access.Requires.Permission;
import org.peyvand.record.Labels;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.field.AnyReferenceType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.ReferenceType;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.WriteGate;
import org.peyvand.record.write.Written;
import org.peyvand.web.Note;
import org.peyvand.web.Page;
import org.peyvand.web.value.FormReader;
import org.peyvand.web.value.Problems;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Makes a new record from a form; the address may preset any field: {@code /contacts/new?account=…}. */
@Controller
@Requires(Permission.SIGNED_IN)
class CreatingRecord {

    private static final Pattern RECORD =
            Pattern.compile("/([a-z][a-z0-9-]*)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    private static final String TYPE = "/{type:[a-z][a-z0-9-]*}";

    private final Records records;
    private final Forms forms;
    private final FormReader reader;
    private final WriteGate gate;
    private final Problems problems;
    private final Labels labels;
    private final Unsent unsent;

    CreatingRecord(
            Records records,
            Forms forms,
            FormReader reader,
            WriteGate gate,
            Problems problems,
            Labels labels,
            Unsent unsent) {
        this.records = records;
        this.forms = forms;
        this.reader = reader;
        this.gate = gate;
        this.problems = problems;
        this.labels = labels;
        this.unsent = unsent;
    }

    @GetMapping(TYPE + "/new")
    String ask(
            Page page,
            @PathVariable String type,
            @RequestParam LinkedMultiValueMap<String, String> known,
            HttpServletRequest request,
            Model model) {
        RecordType found = creatable(type);
        Draft preset = reader.sent(found, records.writable(found), known, page);
        String from = known.getFirst("from");
        if (from != null) {
            belong(found, from, preset);
        }
        model.addAttribute("form", forms.create(found, preset, Forms.Length.of(request), page));
        return view(request);
    }

    /** Lets the new one refer to the record from whose page it is made, where its type has a field for that. */
    private void belong(RecordType type, String from, Draft preset) {
        Matcher path = RECORD.matcher(from);
        if (!path.matches()) {
            return;
        }
        String owner = path.group(1);
        UUID id = UUID.fromString(path.group(2));
        records.writable(type).stream()
                .filter(field -> refersTo(field, owner) && !preset.fields().contains(field.name()))
                .findFirst()
                .ifPresent(field ->
                        preset.put(field, field.type() instanceof ReferenceType ? id : new RecordRef(owner, id)));
    }

    private boolean refersTo(Field<?> field, String plural) {
        return switch (field.type()) {
            case ReferenceType reference -> reference.target().equals(plural);
            case AnyReferenceType _ ->
                records.model()
                        .find(plural)
                        .filter(type -> type.is(RecordType.Flag.TIMELINE))
                        .isPresent();
            default -> false;
        };
    }

    @PostMapping(TYPE)
    String create(
            Page page,
            @PathVariable String type,
            @RequestParam LinkedMultiValueMap<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        RecordType found = creatable(type);
        Draft draft = reader.touched(found, records.writable(found), sent, page);
        try {
            Written written = gate.write(records.actor(), Batch.of(new Write.Create(found, null, draft)));
            unsent.sent(sent, response);
            String made = page.t(
                    "record.created", labels.one(found, page.presentation().language()));
            Note note = Toasts.undoable(made, written.changeSet());
            String where =
                    "/" + type + "/" + Objects.requireNonNull(written.single().id());
            if (request.getHeader("HX-Request") == null || sent.containsKey("open") || !sent.containsKey("stay")) {
                return Toasts.go(where, note, request, response);
            }
            model.addAttribute("note", note.leading(where));
            response.setHeader("HX-Trigger-After-Swap", "dialog-close, record-changed");
            return "web/record/created";
        } catch (Refusal.Invalid invalid) {
            return again(page, found, sent, invalid.problems(), 422, request, response, model);
        } catch (Refusal.Conflict conflict) {
            List<Problem> wrong = conflict.problems().isEmpty()
                    ? List.of(new Problem("", conflict.code(), conflict.arguments()))
                    : conflict.problems();
            return again(page, found, sent, wrong, 409, request, response, model);
        }
    }

    private String again(
            Page page,
            RecordType type,
            LinkedMultiValueMap<String, String> sent,
            List<Problem> wrong,
            int status,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        response.setStatus(status);
        Draft readable = reader.touched(type, records.writable(type), sent, page);
        model.addAttribute(
                "form",
                forms.create(type, readable, Forms.Length.of(request), page)
                        .withProblems(problems.byField(wrong, page), sent));
        return view(request);
    }

    private RecordType creatable(String plural) {
        RecordType type = records.type(plural);
        if (!records.may(type, Operation.CREATE)) {
            throw new Refusal.NotFound();
        }
        return type;
    }

    private static String view(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null ? "web/form/dialog" : "web/form/page";
    }
}
