package org.peyvand.web.record;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.peyvand.access.Requires;
import org.peyvand.access.Requires.Permission;
import org.peyvand.file.AttachedFile;
import org.peyvand.file.Attachments;
import org.peyvand.record.RecordRef;
import org.peyvand.record.Refusal;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.write.Written;
import org.peyvand.web.FileSizes;
import org.peyvand.web.Note;
import org.peyvand.web.Page;
import org.peyvand.web.value.Problems;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The files of a record: a block on its page, and the files themselves. */
@Controller
@Requires(Permission.SIGNED_IN)
class FilesPart {

    private final Records records;
    private final Attachments attachments;
    private final Problems problems;

    FilesPart(Records records, Attachments attachments, Problems problems) {
        this.records = records;
        this.attachments = attachments;
        this.problems = problems;
    }

    @GetMapping(RecordPage.RECORD + "/files")
    String list(Page page, @PathVariable String type, @PathVariable UUID id, Model model) {
        Subject subject = records.subject(type, id);
        List<FileLine> lines = attachments.of(records.actor(), subject.record().ref()).stream()
                .map(file -> line(subject, file, page))
                .toList();
        model.addAttribute("files", lines);
        model.addAttribute("href", subject.href() + "/files");
        model.addAttribute("writable", !subject.record().deleted() && subject.may(Operation.UPDATE));
        model.addAttribute("hint", page.t("file.hint", FileSizes.size(attachments.largest(), page)));
        return "web/record/files";
    }

    @PostMapping(RecordPage.RECORD + "/files")
    String attach(
            Page page,
            @PathVariable String type,
            @PathVariable UUID id,
            @RequestParam List<MultipartFile> file,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Subject subject = records.subject(type, id);
        List<UUID> kept = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (MultipartFile each : file) {
            String name = Objects.requireNonNullElse(each.getOriginalFilename(), "");
            if (!each.isEmpty() || !name.isEmpty()) {
                try (InputStream content = each.getInputStream()) {
                    kept.add(attachments.keep(records.actor(), name, content));
                } catch (Refusal.Invalid no) {
                    refused.add(name + ": " + sentence(no, page));
                }
            }
        }
        return Toasts.go(subject.href(), attached(subject, kept, refused, page), request, response);
    }

    @PostMapping(RecordPage.RECORD + "/files/{attachment}/detachment")
    String detach(
            Page page,
            @PathVariable String type,
            @PathVariable UUID id,
            @PathVariable UUID attachment,
            HttpServletRequest request,
            HttpServletResponse response) {
        Written written = attachments.detach(records.actor(), new RecordRef(type, id), attachment);
        return Toasts.go(
                "/" + type + "/" + id,
                Toasts.undoable(page.t("file.detached"), written.changeSet()),
                request,
                response);
    }

    /** The file itself: shown where a browser can do that safely, and otherwise, or when asked for, kept. */
    @GetMapping("/attachments/{attachment}")
    ResponseEntity<Resource> content(
            @PathVariable UUID attachment, @RequestParam(defaultValue = "false") boolean download) {
        AttachedFile file = attachments.find(records.actor(), attachment);
        return attachments.answer(file, download);
    }

    private Note attached(Subject subject, List<UUID> kept, List<String> refused, Page page) {
        if (kept.isEmpty()) {
            return Note.bad(String.join(" ", refused));
        }
        try {
            Written written =
                    attachments.attach(records.actor(), subject.record().ref(), kept);
            String done = page.t("file.attached.many", page.number(kept.size()));
            return Toasts.undoable(
                    refused.isEmpty() ? done : done + " " + String.join(" ", refused), written.changeSet());
        } catch (Refusal.Invalid no) {
            return Note.bad(sentence(no, page));
        }
    }

    private String sentence(Refusal.Invalid refusal, Page page) {
        return String.join(
                " ",
                refusal.problems().stream()
                        .map(problem -> problems.sentence(problem.code(), problem.arguments(), page))
                        .toList());
    }

    private static FileLine line(Subject subject, AttachedFile file, Page page) {
        return new FileLine(
                file.name(),
                FileSizes.size(file.size(), page) + " · " + page.presentation().instant(file.createdAt()),
                file.isPicture() ? "photo" : "file-text",
                "/attachments/" + file.id(),
                subject.href() + "/files/" + file.id() + "/detachment");
    }
}
