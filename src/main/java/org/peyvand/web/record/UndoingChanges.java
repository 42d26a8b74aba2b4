package org.peyvand.web.record;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Requires;
import org.peyvand.access.Requires.Permission;
import org.peyvand.job.Undoing;
import org.peyvand.record.Labels;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordRef;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.query.RecordName;
import org.peyvand.record.write.ChangeLog;
import org.peyvand.record.write.ChangeSet;
import org.peyvand.web.Note;
import org.peyvand.web.Page;
import org.peyvand.web.value.Problems;
import org.peyvand.web.value.Showing;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes a change set back; what stands against it is shown, and the rest can be taken back all the same. */
@Controller
@Requires(Permission.SIGNED_IN)
class UndoingChanges {

    private final Records records;
    private final ChangeLog log;
    private final Undoing undoing;
    private final Problems problems;
    private final Showing showing;
    private final Labels labels;

    UndoingChanges(Records records, ChangeLog log, Undoing undoing, Problems problems, Showing showing, Labels labels) {
        this.records = records;
        this.log = log;
        this.undoing = undoing;
        this.problems = problems;
        this.showing = showing;
        this.labels = labels;
    }

    @PostMapping("/change-sets/{id}/undo")
    String undo(
            Page page,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean skip,
            @RequestParam(required = false) @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String where = back == null ? referrer(request) : path(back);
        try {
            return Toasts.go(where, note(undoing.start(records.actor(), id, skip), page), request, response);
        } catch (Refusal.Conflict conflict) {
            Map<RecordRef, Collection<Problem>> obstacles = log.obstacles(records.actor(), id);
            if (obstacles.isEmpty()) {
                return Toasts.go(where, Note.bad(problems.sentence(conflict, page)), request, response);
            }
            response.setStatus(409);
            model.addAttribute("obstacles", obstacles(obstacles, page));
            long all = log.find(records.actor(), id).map(ChangeSet::records).orElse(0L);
            model.addAttribute("partly", all > obstacles.size());
            model.addAttribute("action", "/change-sets/" + id + "/undo");
            model.addAttribute("back", where);
            return "web/record/obstacles";
        }
    }

    /** What takes long is done by a job; its undo can be undone once it is over. */
    private static Note note(Undoing.Started started, Page page) {
        UUID undo = started.changeSet();
        if (started.job().isPresent()) {
            return Note.good(page.t("record.undoing"));
        }
        return undo == null ? Note.good(page.t("record.unchanged")) : Toasts.undoable(page.t("record.undone"), undo);
    }

    private List<Obstacle> obstacles(Map<RecordRef, Collection<Problem>> obstacles, Page page) {
        Map<RecordRef, RecordName> names = records.gate().names(records.actor(), obstacles.keySet());
        return obstacles.entrySet().stream()
                .map(each -> new Obstacle(
                        showing.record(names.get(each.getKey()), each.getKey().type()),
                        each.getValue().stream()
                                .map(problem -> reason(each.getKey().type(), problem, page))
                                .collect(Collectors.toList())))
                .toList();
    }

    private String reason(String plural, Problem problem, Page page) {
        String sentence = problems.sentence(problem.code(), problem.arguments(), page);
        String name = problem.field().substring(problem.field().lastIndexOf('/') + 1);
        return records.model()
                .find(plural)
                .flatMap((RecordType type) -> type.find(name)
                        .map(field ->
                                labels.field(type, field, page.presentation().language()) + ": " + sentence))
                .orElse(sentence);
    }

    private static String referrer(HttpServletRequest request) {
        String referrer = request.getHeader("Referer");
        return referrer == null ? "/" : path(referrer);
    }

    /** Only the path of an address is believed, so that nobody is led to another site. */
    private static String path(String address) {
        try {
            URI uri = URI.create(address);
            String path = uri.getRawPath();
            if (path == null || !path.startsWith("/") || path.startsWith("//") || path.contains("change-sets")) {
                return "/";
            }
            return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        } catch (IllegalArgumentException malformed) {
            return "/";
        }
    }
}
