package org.peyvand.web.notice;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Requires;
import org.peyvand.notice.Followers;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordRef;
import org.peyvand.web.Note;
import org.peyvand.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The switch by which a reader follows the record they look at. */
@Controller
@RequestMapping("/{type:[a-z][a-z0-9-]*}/{id:[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}}/following")
@Requires(Requires.Permission.SIGNED_IN)
class FollowingPart {

    private static final String VIEW = "web/notice/follow";

    private final Followers followers;

    FollowingPart(Followers followers) {
        this.followers = followers;
    }

    @GetMapping
    String show(Page page, Actor actor, @PathVariable String type, @PathVariable UUID id, Model model) {
        return view(actor, new RecordRef(type, id), model);
    }

    @PostMapping
    String change(
            Page page,
            Actor actor,
            @PathVariable String type,
            @PathVariable UUID id,
            @RequestParam boolean follow,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String partial,
            RedirectAttributes redirect,
            Model model) {
        RecordRef record = new RecordRef(type, id);
        if (follow) {
            followers.follow(actor, record);
        } else {
            followers.unfollow(actor, record);
        }
        Note note = Note.good(page.t(follow ? "notice.followed" : "notice.unfollowed"));
        if (partial == null) {
            redirect.addFlashAttribute(Note.ATTRIBUTE, note);
            return "redirect:/" + type + "/" + id;
        }
        model.addAttribute("note", note);
        return view(actor, record, model);
    }

    private String view(Actor actor, RecordRef record, Model model) {
        model.addAttribute("href", "/" + record.type() + "/" + record.id() + "/following");
        model.addAttribute("following", followers.follows(actor, record));
        return VIEW;
    }
}
