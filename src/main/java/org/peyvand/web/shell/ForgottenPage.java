package org.peyvand.web.shell;

import org.jspecify.annotations.Nullable;
import org.peyvand.access.ForgottenPasswords;
import org.peyvand.access.Requires;
import org.peyvand.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page for who forgot their password; its form is answered by the access module. */
@Controller
class ForgottenPage {

    private final ForgottenPasswords forgotten;

    ForgottenPage(ForgottenPasswords forgotten) {
        this.forgotten = forgotten;
    }

    @Requires(Requires.Permission.PUBLIC)
    @GetMapping("/forgotten")
    String show(Page page, @RequestParam(required = false) @Nullable String asked, Model model) {
        model.addAttribute("asked", asked != null);
        model.addAttribute("sending", forgotten.isOpen());
        return "web/forgotten";
    }
}
