package org.peyvand.web.record;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Requires;
import org.peyvand.access.Requires.Permission;
import org.peyvand.notice.Mentions;
import org.peyvand.record.Labels;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.LongTextType;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.WriteGate;
import org.peyvand.record.write.Written;
import org.peyvand.web.Page;
import org.peyvand.web.value.FormReader;
import org.peyvand.web.value.Input;
import org.peyvand.web.value.Inputs;
import org.peyvand.web.value.Problems;
import org.peyvand.web.value.Retyped;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writes down on a record's page what happened or is to be done: whatever type can be about a record. */
@Controller
@Requires(Permission.SIGNED_IN)
class Composing {

    private final Records records;
    private final Inputs inputs;
    private final FormReader reader;
    private final Problems problems;
    private final WriteGate gate;
    private final Labels labels;
    private final Mentions mentions;

    Composing(
            Records records,
            Inputs inputs,
            FormReader reader,
            Problems problems,
            WriteGate gate,
            Labels labels,
            Mentions mentions) {
        this.records = records;
        this.inputs = inputs;
        this.reader = reader;
        this.problems = problems;
        this.gate = gate;
        this.labels = labels;
        this.mentions = mentions;
    }

    @GetMapping(RecordPage.RECORD + "/composer")
    String show(
            Page page,
            @PathVariable String type,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String as,
            Model model) {
        return draw(page, records.subject(type, id), as, null, Map.of(), model);
    }

    @PostMapping(RecordPage.RECORD + "/activities/{as}")
    String write(
            Page page,
            @PathVariable String type,
            @PathVariable UUID id,
            @PathVariable String as,
            @RequestParam LinkedMultiValueMap<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Subject subject = records.subject(type, id);
        Activity activity = ways(subject).stream()
                .filter(each -> each.type().plural().equals(as))
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
        Draft draft = reader.touched(activity.type(), activity.asked(), sent, page);
        draft.put(activity.about(), subject.record().ref());
        try {
            Written written = gate.write(records.actor(), Batch.of(new Write.Create(activity.type(), null, draft)));
            String text = created(activity, draft, subject, page);
            if (request.getHeader("HX-Request") == null) {
                return Toasts.go(subject.href(), Toasts.undoable(text, written.changeSet()), request, response);
            }
            response.setHeader("HX-Trigger-After-Swap", "record-changed");
            model.addAttribute("note", Toasts.undoable(text, written.changeSet()));
            return draw(page, subject, as, null, Map.of(), model);
        } catch (Refusal.Invalid invalid) {
            response.setStatus(422);
            return draw(page, subject, as, sent, problems.byField(invalid.problems(), page), model);
        }
    }

    /** Says it, and whom it mentions in vain. */
    private String created(Activity activity, Draft draft, Subject subject, Page page) {
        String said = page.t("record.created", name(activity.type(), page));
        Field<?> words = activity.words();
        String text = words == null ? "" : Objects.toString(draft.values().get(words.name()), "");
        List<String> blind =
                mentions.blind(records.actor(), text, subject.record().ref());
        return blind.isEmpty()
                ? said
                : said + " " + page.t("notice.blind", String.join(page.t("notice.comma") + " ", blind));
    }

    private String draw(
            Page page,
            Subject subject,
            @Nullable String as,
            @Nullable LinkedMultiValueMap<String, String> sent,
            Map<String, String> wrong,
            Model model) {
        List<Activity> ways = ways(subject);
        if (ways.isEmpty()) {
            return "web/record/nothing";
        }
        Activity now = ways.stream()
                .filter(each -> each.type().plural().equals(as))
                .findFirst()
                .orElse(ways.getFirst());
        model.addAttribute(
                "ways",
                ways.stream().map(each -> way(subject, each, each == now, page)).toList());
        model.addAttribute("inputs", asked(now, sent, wrong, page));
        model.addAttribute(
                "action", subject.href() + "/activities/" + now.type().plural());
        return "web/record/composer";
    }

    private List<Input> asked(
            Activity activity,
            @Nullable LinkedMultiValueMap<String, String> sent,
            Map<String, String> wrong,
            Page page) {
        return activity.asked().stream()
                .map(field -> inputs.input(activity.type(), field, null, new HashMap<>(), page))
                .map(input -> sent == null ? input : Retyped.of(input, sent).wrong(wrong.get(input.name())))
                .toList();
    }

    /** Those with nothing but words come first, since they are written most. */
    private List<Activity> ways(Subject subject) {
        boolean possible =
                subject.type().is(RecordType.Flag.TIMELINE) && !subject.record().deleted();
        return records.activities().stream()
                .filter(activity -> possible && records.may(activity.type(), Operation.CREATE))
                .sorted(java.util.Comparator.comparing(activity -> activity.asked().stream()
                        .noneMatch(field -> field.type() instanceof LongTextType
                                && field.is(org.peyvand.record.field.Field.Flag.REQUIRED))))
                .toList();
    }

    private Way way(Subject subject, Activity activity, boolean current, Page page) {
        RecordType type = activity.type();
        return new Way(
                type.plural(),
                name(type, page),
                type.icon(),
                subject.href() + "/composer?as=" + type.plural(),
                current);
    }

    private String name(RecordType type, Page page) {
        return labels.one(type, page.presentation().language());
    }
}
