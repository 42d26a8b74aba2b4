package org.peyvand.web.admin;

import org.peyvand.access.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Administration begins with the people. */
@Controller
class AdminHome {

    @GetMapping("/admin")
    @Requires(Requires.Permission.ADMINISTRATOR)
    String show() {
        return "redirect:/admin/users";
    }
}
