package org.peyvand.web.admin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Requires;
import org.peyvand.access.Team;
import org.peyvand.record.Actor;
import org.peyvand.record.Refusal;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.WriteGate;
import org.peyvand.record.write.Written;
import org.peyvand.web.Note;
import org.peyvand.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tree of teams. */
@Controller
@RequestMapping("/admin/teams")
@Requires(Requires.Permission.ADMINISTRATOR)
class TeamsAdmin {

    private static final String HERE = "redirect:/admin/teams";

    private final People people;
    private final WriteGate writes;

    TeamsAdmin(People people, WriteGate writes) {
        this.people = people;
        this.writes = writes;
    }

    @GetMapping
    String tree(Page page, Actor actor, Model model) {
        List<TeamRow> rows = new ArrayList<>();
        add(people.teams(actor), null, 0, new HashSet<>(), rows);
        model.addAttribute("rows", rows);
        model.addAttribute("teams", people.teamChoices(actor));
        return "web/admin/teams";
    }

    @PostMapping
    String create(
            Page page,
            Actor actor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String parent,
            RedirectAttributes redirect) {
        return write(page, actor, new Write.Create(Team.TYPE, null, draft(name, parent)), redirect);
    }

    @PostMapping("/{id}")
    String save(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String parent,
            RedirectAttributes redirect) {
        return write(page, actor, new Write.Update(Team.TYPE, id, null, draft(name, parent)), redirect);
    }

    @PostMapping("/{id}/deletion")
    String delete(Page page, Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        return write(page, actor, new Write.Delete(Team.TYPE, id, null), redirect);
    }

    private String write(Page page, Actor actor, Write write, RedirectAttributes redirect) {
        try {
            redirect.addFlashAttribute(Note.ATTRIBUTE, saved(page, writes.write(actor, Batch.of(write))));
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            redirect.addFlashAttribute(Note.ATTRIBUTE, Note.bad(Refused.line(page, refused)));
        }
        return HERE;
    }

    private static Note saved(Page page, Written written) {
        Note note = Note.good(page.t("admin.saved"));
        return written.changeSet() == null ? note : note.undoable("/change-sets/" + written.changeSet() + "/undo");
    }

    private static Draft draft(String name, String parent) {
        return Draft.of(Team.NAME, name.isBlank() ? null : name.strip()).set(Team.PARENT, People.uuid(parent));
    }

    /** Depth first, each team under the one above it; what hangs on a deleted team stands at the top. */
    private static void add(
            List<StoredRecord> teams, @Nullable UUID above, int depth, Set<UUID> seen, List<TeamRow> rows) {
        for (StoredRecord team : teams) {
            UUID parent = team.get(Team.PARENT);
            boolean isRoot =
                    parent == null || teams.stream().noneMatch(each -> each.id().equals(parent));
            boolean isHere = above == null ? isRoot : Objects.equals(parent, above);
            if (isHere && seen.add(team.id())) {
                String parentId = parent == null ? "" : parent.toString();
                rows.add(new TeamRow(team.id(), People.text(team.get(Team.NAME)), parentId, depth));
                add(teams, team.id(), depth + 1, seen, rows);
            }
        }
    }
}
