package org.peyvand.web.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Requires;
import org.peyvand.exchange.Import;
import org.peyvand.exchange.Importing;
import org.peyvand.file.Files;
import org.peyvand.file.StoredFile;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.web.FileSizes;
import org.peyvand.web.Page;
import org.peyvand.web.Problem;
import org.peyvand.web.value.Problems;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** From a file to a running import: choose the file, say where its columns go, look, start. */
@Controller
@Requires(Requires.Permission.SIGNED_IN)
class MappingPages {

    private static final String MAPPING = "web/exchange/mapping";

    private final ImportTypes types;
    private final Importing importing;
    private final Files files;
    private final MappingScreens screens;
    private final Problems problems;

    MappingPages(ImportTypes types, Importing importing, Files files, MappingScreens screens, Problems problems) {
        this.types = types;
        this.importing = importing;
        this.files = files;
        this.screens = screens;
        this.problems = problems;
    }

    @GetMapping("/imports/new")
    String ask(Page page, Actor actor, @RequestParam(defaultValue = "") String type, Model model) {
        return asking(page, actor, type, List.of(), model);
    }

    @PostMapping("/imports/files")
    String upload(
            Page page,
            Actor actor,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String table,
            HttpServletResponse response,
            Model model)
            throws IOException {
        types.find(actor, type, Operation.IMPORT);
        MultipartFile chosen = file == null || file.isEmpty() ? null : file;
        if (chosen == null && table.isBlank()) {
            response.setStatus(422);
            Problem missing = new Problem("file", page.t("problem.empty-file"));
            return asking(page, actor, type, List.of(missing), model);
        }
        String name = chosen == null ? page.t("transfer.pasted") + ".tsv" : chosen.getOriginalFilename();
        try (InputStream content = chosen == null ? pasted(table) : chosen.getInputStream()) {
            StoredFile stored = importing.upload(actor, name == null ? "" : name, content);
            return "redirect:/imports/files/" + stored.id() + "?type=" + type;
        } catch (Refusal.Invalid refused) {
            response.setStatus(422);
            List<Problem> why = refused.problems().stream()
                    .map(each -> new Problem("file", problems.sentence(each.code(), each.arguments(), page)))
                    .toList();
            return asking(page, actor, type, why, model);
        }
    }

    @GetMapping("/imports/files/{file}")
    String map(Page page, Actor actor, @PathVariable UUID file, @RequestParam String type, Model model) {
        RecordType found = importable(actor, type);
        ImportForm form = importing
                .remembered(actor, type, file)
                .map(before -> ImportForm.again(before, importing.columns(actor, file, null)))
                .orElseGet(() -> ImportForm.empty(page.presentation().isPersian()));
        return mapping(screens.of(actor, found, stored(actor, file), form, page), model);
    }

    @PostMapping("/imports/files/{file}/check")
    String check(
            Page page,
            Actor actor,
            @PathVariable UUID file,
            @RequestParam String type,
            @RequestParam LinkedMultiValueMap<String, String> sent,
            Model model) {
        ImportForm form = ImportForm.read(sent);
        return mapping(screens.of(actor, importable(actor, type), stored(actor, file), form, page), model);
    }

    @PostMapping("/imports/files/{file}")
    String start(
            Page page,
            Actor actor,
            @PathVariable UUID file,
            @RequestParam String type,
            @RequestParam LinkedMultiValueMap<String, String> sent,
            HttpServletResponse response,
            Model model) {
        RecordType found = importable(actor, type);
        ImportForm form = ImportForm.read(sent);
        try {
            Import started = importing.start(actor, form.request(type, file));
            return "redirect:/imports/" + started.id();
        } catch (Refusal.Invalid | Refusal.Malformed | Refusal.Conflict refused) {
            response.setStatus(422);
            return mapping(screens.refused(actor, found, stored(actor, file), form, refused, page), model);
        }
    }

    private static InputStream pasted(String table) {
        return new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8));
    }

    private String asking(Page page, Actor actor, String type, List<Problem> why, Model model) {
        model.addAttribute("types", types.choices(actor, Operation.IMPORT, page));
        model.addAttribute("type", type);
        model.addAttribute("problems", why);
        model.addAttribute("largest", FileSizes.size(files.limit(), page));
        return "web/exchange/start";
    }

    private static String mapping(MappingScreen screen, Model model) {
        model.addAttribute("screen", screen);
        return MAPPING;
    }

    private RecordType importable(Actor actor, String type) {
        return types.find(actor, type, Operation.IMPORT);
    }

    private StoredFile stored(Actor actor, UUID file) {
        return files.find(actor, file).orElseThrow(Refusal.NotFound::new);
    }
}
