package org.peyvand.web.record;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Requires;
import org.peyvand.access.Requires.Permission;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;
import org.peyvand.record.field.Field;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.WriteGate;
import org.peyvand.record.write.Written;
import org.peyvand.web.Page;
import org.peyvand.web.value.FormReader;
import org.peyvand.web.value.Problems;
import org.peyvand.web.value.Retyped;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Changes a record: one field in place, or a whole form. The form says which version its reader saw; where somebody else
 * changed the same field since, both values are shown and one is chosen.
 */
@Controller
@Requires(Permission.SIGNED_IN)
class EditingRecord {

    /** Sent by the steps of the path, where whoever pressed one stays rather than being taken to the field below. */
    private static final String STEP = "step";

    /** The parameter that says which field is edited in place. */
    private static final String FACT = "fact";

    private final Records records;
    private final Facts facts;
    private final Forms forms;
    private final FormReader reader;
    private final WriteGate gate;
    private final Problems problems;
    private final Conflicts conflicts;
    private final InPlace inPlace;
    private final Unsent unsent;

    EditingRecord(
            Records records,
            Facts facts,
            Forms forms,
            FormReader reader,
            WriteGate gate,
            Problems problems,
            Conflicts conflicts,
            InPlace inPlace,
            Unsent unsent) {
        this.records = records;
        this.facts = facts;
        this.forms = forms;
        this.reader = reader;
        this.gate = gate;
        this.problems = problems;
        this.conflicts = conflicts;
        this.inPlace = inPlace;
        this.unsent = unsent;
    }

    @GetMapping(RecordPage.RECORD + "/edit")
    String edit(Page page, @PathVariable String type, @PathVariable UUID id, HttpServletRequest request, Model model) {
        model.addAttribute("form", forms.edit(records.subject(type, id), page));
        return view(request);
    }

    /** Asks with what was typed for a new record that turned out to be this one. */
    @PostMapping(RecordPage.RECORD + "/edit")
    String complete(
            Page page,
            @PathVariable String type,
            @PathVariable UUID id,
            @RequestParam LinkedMultiValueMap<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Subject subject = records.subject(type, id);
        unsent.sent(sent, response);
        Draft typed = reader.touched(subject.type(), records.writable(subject.type()), sent, page);
        model.addAttribute("form", forms.edit(subject, typed, page));
        return view(request);
    }

    @PostMapping(RecordPage.RECORD)
    String save(
            Page page,
            @PathVariable String type,
            @PathVariable UUID id,
            @RequestParam LinkedMultiValueMap<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Subject before = records.subject(type, id);
        Answer answer = new Answer(page, before, sent, request, response, model);
        leaveTheirs(sent);
        Draft draft = reader.touched(before.type(), records.writable(before.type()), sent, page);
        try {
            if (draft.values().isEmpty() && draft.problems().isEmpty()) {
                return saved(answer, null);
            }
            Write write = new Write.Update(before.type(), id, version(sent), draft);
            return saved(answer, gate.write(records.actor(), Batch.of(write)));
        } catch (Refusal.Invalid invalid) {
            return refused(answer, 422, invalid.problems());
        } catch (Refusal.Conflict conflict) {
            return refused(
                    answer,
                    409,
                    conflict.problems().isEmpty()
                            ? List.of(new Problem("", conflict.code(), conflict.arguments()))
                            : conflict.problems());
        } catch (Refusal.Stale stale) {
            response.setStatus(412);
            model.addAttribute("conflict", conflicts.view(before, stale, sent, page));
            model.addAttribute("fact", sent.getFirst(FACT));
            return isHtmx(request) ? "web/record/conflict" : "web/record/conflictPage";
        }
    }

    /** What somebody else wrote stays as it is, also when the form has to be asked for once more. */
    private static void leaveTheirs(LinkedMultiValueMap<String, String> sent) {
        List.copyOf(sent.keySet()).stream()
                .filter(name -> name.startsWith(Conflicts.CHOICE)
                        && sent.getOrDefault(name, List.of()).contains(Conflicts.THEIRS))
                .forEach(name -> Retyped.forget(name.substring(Conflicts.CHOICE.length()), sent));
    }

    private String saved(Answer answer, @Nullable Written written) {
        unsent.sent(answer.sent, answer.response);
        Page page = answer.page;
        String text = page.t(written == null || written.changeSet() == null ? "record.unchanged" : "record.saved");
        var note = Toasts.undoable(text, written == null ? null : written.changeSet());
        String fact = answer.sent.getFirst(FACT);
        if (fact == null || !isHtmx(answer.request)) {
            return Toasts.go(answer.before.href(), note, answer.request, answer.response);
        }
        Subject after = records.subject(answer.before.type().plural(), answer.before.id());
        Field<?> field = after.type().find(fact).orElseThrow(Refusal.NotFound::new);
        answer.model.addAttribute("fact", facts.fact(after, field, page));
        answer.model.addAttribute(
                "others",
                facts.changed(answer.before.record(), after, page).stream()
                        .filter(each -> !each.name().equals(fact))
                        .toList());
        answer.model.addAttribute("head", facts.head(after, page));
        answer.model.addAttribute("note", note);
        answer.model.addAttribute("focus", !answer.sent.containsKey(STEP));
        answer.response.setHeader("HX-Trigger-After-Swap", "record-changed");
        return "web/record/savedFact";
    }

    private String refused(Answer answer, int status, List<Problem> wrong) {
        answer.response.setStatus(status);
        String fact = answer.sent.getFirst(FACT);
        if (fact == null || !isHtmx(answer.request)) {
            EditForm form = forms.edit(answer.before, answer.page)
                    .withProblems(problems.byField(wrong, answer.page), answer.sent);
            answer.model.addAttribute("form", form);
            return view(answer.request);
        }
        Field<?> field = answer.before.type().find(fact).orElseThrow(Refusal.NotFound::new);
        InPlace.Asked asked = inPlace.again(answer.before, field, answer.sent, wrong, answer.page);
        answer.model.addAttribute("fact", facts.fact(answer.before, field, answer.page));
        answer.model.addAttribute("input", asked.input());
        answer.model.addAttribute("version", version(answer.sent));
        answer.model.addAttribute("more", asked.more());
        answer.model.addAttribute("problem", asked.problem());
        return "web/record/editFact";
    }

    static @Nullable Integer version(LinkedMultiValueMap<String, String> sent) {
        String version = sent.getFirst("version");
        return version != null && version.matches("\\d{1,9}") ? Integer.valueOf(version) : null;
    }

    private static String view(HttpServletRequest request) {
        return isHtmx(request) ? "web/form/dialog" : "web/form/page";
    }

    private static boolean isHtmx(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    /** One request to save and its answer in the making. */
    private record Answer(
            Page page,
            Subject before,
            LinkedMultiValueMap<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {}
}
