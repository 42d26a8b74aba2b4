package org.peyvand.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Invitations;
import org.peyvand.access.Requires;
import org.peyvand.access.SigningIn;
import org.peyvand.record.Refusal;
import org.peyvand.web.Page;
import org.peyvand.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page a one-time link leads to: choose a password, come in. */
@Controller
@Requires(Requires.Permission.PUBLIC)
class SetupPage {

    private static final String VIEW = "web/setup";

    private final Invitations invitations;
    private final SigningIn signingIn;

    SetupPage(Invitations invitations, SigningIn signingIn) {
        this.invitations = invitations;
        this.signingIn = signingIn;
    }

    @GetMapping("/setup")
    String show(Page page, @RequestParam(defaultValue = "") String token, Model model, HttpServletResponse response) {
        return view(token, List.of(), model, response);
    }

    @PostMapping("/setup")
    @Nullable
    String accept(
            Page page,
            @RequestParam String token,
            @RequestParam(required = false) @Nullable String email,
            @RequestParam String password,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            signingIn.letIn(invitations.accept(token, email, password), request, response);
            return "redirect:/";
        } catch (Refusal.Invalid refused) {
            return view(token, problems(page, refused), model, response);
        } catch (Refusal.NotFound _) {
            return view(token, List.of(), model, response);
        }
    }

    private String view(String token, List<Problem> problems, Model model, HttpServletResponse response) {
        Invitations.@Nullable Invited invited = invitations.find(token).orElse(null);
        response.setStatus(status(invited != null, problems).value());
        model.addAttribute("token", token);
        model.addAttribute("invited", invited);
        model.addAttribute("problems", problems);
        return VIEW;
    }

    private static HttpStatus status(boolean valid, List<Problem> problems) {
        if (!valid) {
            return HttpStatus.NOT_FOUND;
        }
        return problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private static List<Problem> problems(Page page, Refusal.Invalid refused) {
        return refused.problems().stream()
                .map(problem -> new Problem(
                        problem.field(),
                        page.t("problem." + problem.code(), problem.arguments().toArray())))
                .toList();
    }
}
