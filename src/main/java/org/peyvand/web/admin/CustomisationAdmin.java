package org.peyvand.web.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.peyvand.access.Requires;
import org.peyvand.record.Actor;
import org.peyvand.record.Refusal;
import org.peyvand.record.overlay.Customisation;
import org.peyvand.web.Page;
import org.peyvand.web.Problem;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes the whole customisation home as a file, and brings one in after a look at what it would do. */
@Controller
@RequestMapping("/admin/customisation")
@Requires(Requires.Permission.ADMINISTRATOR)
class CustomisationAdmin {

    private final Customisation customisation;

    CustomisationAdmin(Customisation customisation) {
        this.customisation = customisation;
    }

    @GetMapping
    String show(Page page, Model model) {
        return view(List.of(), List.of(), "", model);
    }

    @GetMapping("/file")
    ResponseEntity<String> file() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("customisation.json")
                                .build()
                                .toString())
                .body(customisation.document().toPrettyString());
    }

    @PostMapping
    String take(
            Page page,
            Actor actor,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "false") boolean apply,
            HttpServletResponse response,
            Model model)
            throws IOException {
        try {
            JsonNode document = JsonMapper.shared().readTree(file.getBytes());
            List<Customisation.Step> steps =
                    apply ? customisation.apply(actor, document) : customisation.preview(actor, document);
            return view(lines(page, steps), List.of(), apply ? "applied" : "preview", model);
        } catch (JacksonException unreadable) {
            response.setStatus(422);
            return view(List.of(), List.of(new Problem("file", page.t("problem.not-json"))), "", model);
        } catch (Refusal.Invalid | Refusal.Conflict | Refusal.Malformed refused) {
            response.setStatus(422);
            return view(List.of(), wrong(page, refused), "", model);
        }
    }

    /** Each with its place in the file, which the field of a form would tell otherwise. */
    private static List<Problem> wrong(Page page, Refusal refused) {
        return Refused.problems(page, refused).stream()
                .map(problem -> new Problem(
                        "file",
                        problem.field().isEmpty() ? problem.message() : problem.field() + ": " + problem.message()))
                .toList();
    }

    private static List<String> lines(Page page, List<Customisation.Step> steps) {
        return steps.stream()
                .map(step -> page.t(
                        "customadmin.step",
                        page.t("customadmin." + step.act()),
                        page.t("customadmin." + step.what()),
                        step.name()))
                .toList();
    }

    private static String view(List<String> steps, List<Problem> problems, String done, Model model) {
        model.addAttribute("steps", steps);
        model.addAttribute("problems", problems);
        model.addAttribute("done", done);
        return "web/admin/customisation";
    }
}
