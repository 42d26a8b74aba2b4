package org.peyvand.web.notice;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Requires;
import org.peyvand.notice.outbox.OutMessage;
import org.peyvand.notice.outbox.Outbox;
import org.peyvand.record.Actor;
import org.peyvand.record.Refusal;
import org.peyvand.web.AdministratorPlaces;
import org.peyvand.web.Note;
import org.peyvand.web.Page;
import org.peyvand.web.Tab;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What left the program or is to leave it: an administrator sees here what did not arrive, and why. */
@Controller
@RequestMapping(MessagesPage.HERE)
@Requires(Requires.Permission.ADMINISTRATOR)
class MessagesPage implements AdministratorPlaces {

    static final String HERE = "/admin/messages";
    private static final int SHOWN = 100;
    private static final List<String> STATES = List.of("", "queued", "sent", "failed", "uncertain");

    private final Outbox outbox;

    MessagesPage(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public List<Entry> entries() {
        return List.of(new Entry(8, "send", "outbox.title", HERE));
    }

    @GetMapping
    String show(Page page, Actor actor, @RequestParam(defaultValue = "") String state, Model model) {
        List<OutMessage> found = outbox.latest(actor, orNull(state), null, SHOWN);
        model.addAttribute("sent", found);
        model.addAttribute("state", state);
        model.addAttribute(
                "tabs",
                STATES.stream()
                        .map(each -> Tab.of(
                                page.t(each.isEmpty() ? "notice.all" : "outbox.state." + each),
                                address(each),
                                each.equals(state)))
                        .toList());
        return "web/notice/messages";
    }

    @PostMapping("/{id}/sending")
    String retry(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String state,
            RedirectAttributes redirect) {
        redirect.addFlashAttribute(Note.ATTRIBUTE, sentAgain(page, actor, id));
        return "redirect:" + address(STATES.contains(state) ? state : "");
    }

    /** Another may have sent it again meanwhile, or the same person by pressing twice. */
    private Note sentAgain(Page page, Actor actor, UUID id) {
        try {
            outbox.retry(actor, id);
            return Note.good(page.t("outbox.retried"));
        } catch (Refusal.Conflict refused) {
            return Note.bad(page.t("problem." + refused.code()));
        }
    }

    private static String address(String state) {
        return state.isEmpty() ? HERE : HERE + "?state=" + state;
    }

    private static @Nullable String orNull(String text) {
        return STATES.contains(text) && !text.isEmpty() ? text : null;
    }
}
