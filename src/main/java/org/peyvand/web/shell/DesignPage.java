package org.peyvand.web.shell;

import org.peyvand.access.Requires;
import org.peyvand.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The living page: every component as it is, in the language one reads. */
@Controller
class DesignPage {

    @Requires(Requires.Permission.SIGNED_IN)
    @GetMapping("/admin/design")
    String show(Page page) {
        return "web/design";
    }
}
