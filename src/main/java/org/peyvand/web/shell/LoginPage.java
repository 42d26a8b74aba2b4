package org.peyvand.web.shell;

import org.jspecify.annotations.Nullable;
import org.peyvand.access.Requires;
import org.peyvand.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to sign in on; the form is answered by the access module. */
@Controller
class LoginPage {

    @Requires(Requires.Permission.PUBLIC)
    @GetMapping("/login")
    String show(
            Page page,
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String logout,
            @RequestParam(defaultValue = "") String next,
            Model model) {
        model.addAttribute("problem", error != null);
        model.addAttribute("left", logout != null);
        model.addAttribute("next", next);
        return "web/login";
    }
}
