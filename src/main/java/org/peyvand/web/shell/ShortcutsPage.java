package org.peyvand.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import org.peyvand.access.Requires;
import org.peyvand.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The sheet of keys: those that work everywhere, and those of the page it is opened on, which the page itself tells. */
@Controller
@Requires(Requires.Permission.SIGNED_IN)
class ShortcutsPage {

    @GetMapping("/shortcuts")
    String show(Page page, HttpServletRequest request) {
        return request.getHeader("HX-Request") == null ? "web/shortcutsPage" : "web/shortcuts";
    }
}
