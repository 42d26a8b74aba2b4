package org.peyvand.channel.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.peyvand.access.Requires;
import org.peyvand.channel.sms.SmsLine;
import org.peyvand.channel.sms.SmsSettings;
import org.peyvand.record.Actor;
import org.peyvand.record.Refusal;
import org.peyvand.web.AdministratorPlaces;
import org.peyvand.web.Choice;
import org.peyvand.web.Note;
import org.peyvand.web.Page;
import org.peyvand.web.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an administrator sets the line by which texts go out, and tries it. */
@Controller
@RequestMapping("/admin/sms")
@Requires(Requires.Permission.ADMINISTRATOR)
class SmsPage implements AdministratorPlaces {

    private final SmsLine line;

    SmsPage(SmsLine line) {
        this.line = line;
    }

    @Override
    public List<Entry> entries() {
        return List.of(new Entry(9, "message", "sms.title", "/admin/sms"));
    }

    @GetMapping
    String show(Page page, Actor actor, Model model) {
        return view(page, actor, line.settings(actor), List.of(), model);
    }

    @PostMapping
    String save(
            Page page,
            Actor actor,
            @RequestParam Map<String, String> sent,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        SmsSettings given = SmsForm.read(sent::get);
        try {
            SmsForm.demandReadable(sent::get);
            line.set(actor, given);
        } catch (Refusal.Invalid refused) {
            response.setStatus(422);
            return view(page, actor, given, problems(page, refused), model);
        }
        redirect.addFlashAttribute(Note.ATTRIBUTE, Note.good(page.t("admin.saved")));
        return "redirect:/admin/sms";
    }

    @PostMapping("/trial")
    String tryOut(
            Page page,
            Actor actor,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String text,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        try {
            line.tryOut(actor, number, text);
        } catch (Refusal.Invalid refused) {
            response.setStatus(422);
            model.addAttribute("number", number);
            model.addAttribute("text", text);
            model.addAttribute("untried", problems(page, refused));
            return view(page, actor, line.settings(actor), List.of(), model);
        }
        redirect.addFlashAttribute(
                Note.ATTRIBUTE, Note.good(page.t("sms.try.sent")).leading("/admin/messages"));
        return "redirect:/admin/sms";
    }

    private String view(Page page, Actor actor, SmsSettings settings, List<Problem> problems, Model model) {
        model.addAttribute("settings", settings);
        model.addAttribute("keyed", line.hasKey(actor));
        model.addAttribute("problems", problems);
        model.addAttribute(
                "providers",
                Arrays.stream(SmsSettings.Provider.values())
                        .map(each -> new Choice(each.key(), page.t("sms.provider." + each.key())))
                        .toList());
        return "channel/sms";
    }

    private static List<Problem> problems(Page page, Refusal.Invalid refused) {
        return refused.problems().stream()
                .map(each -> new Problem(
                        each.field(),
                        page.t("problem." + each.code(), each.arguments().toArray())))
                .toList();
    }
}
