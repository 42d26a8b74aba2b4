package org.peyvand.activity.call;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.activity.Call;
import org.peyvand.activity.LoggingCall;
import org.peyvand.activity.Task;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordRef;
import org.peyvand.record.Refusal;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Written;
import org.peyvand.web.Note;
import org.peyvand.web.Page;
import org.peyvand.web.value.FormReader;
import org.peyvand.web.value.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Logs a call from anywhere, with the next step in the same breath. */
@Controller
@RequestMapping("/calls/log")
@Requires(Requires.Permission.SIGNED_IN)
class CallLogController {

    /** The controls of the next step carry this before the names of a task's fields. */
    private static final String NEXT = "next.";

    private final CurrentActor current;
    private final CallLogForms forms;
    private final LoggingCall logging;
    private final FormReader reader;
    private final Problems problems;

    CallLogController(
            CurrentActor current, CallLogForms forms, LoggingCall logging, FormReader reader, Problems problems) {
        this.current = current;
        this.forms = forms;
        this.logging = logging;
        this.reader = reader;
        this.problems = problems;
    }

    @GetMapping
    ModelAndView ask(@RequestParam(defaultValue = "") String regarding, Page page, HttpServletRequest request) {
        return view(forms.blank(current.actor(), regarding, page), request);
    }

    @PostMapping
    ModelAndView log(
            @RequestParam LinkedMultiValueMap<String, String> sent,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Draft call = reader.sent(Call.TYPE, CallLogForms.CALL, sent, page);
        Optional<Draft> next = next(sent, page);
        name(call, page);
        try {
            Written written = logging.log(current.actor(), call, next);
            Note note = Note.good(page.t(next.isPresent() ? "calllog.done.next" : "calllog.done"))
                    .undoable("/change-sets/" + Objects.requireNonNull(written.changeSet()) + "/undo");
            return logged(call, note, request, response, redirect);
        } catch (Refusal.Invalid refused) {
            ModelAndView again =
                    view(forms.again(current.actor(), sent, wrong(refused.problems(), page), page), request);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
    }

    /** Whoever writes nothing at all still says that there was a call. */
    private void name(Draft call, Page page) {
        if (call.values().get(Call.DESCRIPTION.name()) == null) {
            RecordRef about = (RecordRef) call.values().get(Call.REGARDING.name());
            String name = forms.name(current.actor(), about);
            call.set(Call.SUBJECT, name.isEmpty() ? page.t("type.calls.one") : page.t("calllog.subject", name));
        }
    }

    private Optional<Draft> next(MultiValueMap<String, String> sent, Page page) {
        LinkedMultiValueMap<String, String> step = new LinkedMultiValueMap<>();
        sent.forEach((name, values) -> {
            if (name.startsWith(NEXT)) {
                step.put(name.substring(NEXT.length()), values);
            }
        });
        String subject = step.getFirst(Task.SUBJECT.name());
        return subject == null || subject.isBlank()
                ? Optional.empty()
                : Optional.of(reader.sent(Task.TYPE, CallLogForms.STEP, step, page));
    }

    private static ModelAndView logged(
            Draft call,
            Note note,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Reswap", "none");
            response.setHeader("HX-Trigger", "record-changed, inbox-changed, dialog-close");
            return new ModelAndView("activity/logged").addObject("note", note);
        }
        redirect.addFlashAttribute(Note.ATTRIBUTE, note);
        return call.values().get(Call.REGARDING.name()) instanceof RecordRef about
                ? new ModelAndView("redirect:/{type}/{id}", Map.of("type", about.type(), "id", about.id()))
                : new ModelAndView("redirect:/calls");
    }

    /** The problems by the names of the controls. */
    private Map<String, String> wrong(List<Problem> all, Page page) {
        Map<String, String> wrong = new HashMap<>();
        for (Problem problem : all) {
            String field = problem.field();
            String control = field.startsWith("/1/") ? NEXT + field.substring(3) : field.replaceFirst("^/0/", "");
            wrong.put(control, problems.sentence(problem.code(), problem.arguments(), page));
        }
        return wrong;
    }

    private static ModelAndView view(CallLogForm form, HttpServletRequest request) {
        @Nullable String partial = request.getHeader("HX-Request");
        return new ModelAndView(partial == null ? "activity/logPage" : "activity/log").addObject("form", form);
    }
}
