package org.peyvand.web.record;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.access.Requires.Permission;
import org.peyvand.access.UnsentForms;
import org.peyvand.record.RecordType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Keeps what is typed into forms while it is typed. The browser keeps a copy of its own only while the server does not
 * answer; a cookie tells it, for a moment, which form was sent well.
 */
@Controller
@Requires(Permission.SIGNED_IN)
class Unsent {

    private static final String FORM = "/drafts/{form:[a-z0-9-]{1,100}}";
    private static final String SENT = "draft";

    private final CurrentActor current;
    private final UnsentForms forms;

    Unsent(CurrentActor current, UnsentForms forms) {
        this.current = current;
        this.forms = forms;
    }

    @PutMapping(FORM)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@PathVariable String form, @RequestBody byte[] content) {
        forms.keep(current.actor(), form, new String(content, StandardCharsets.UTF_8));
    }

    @DeleteMapping(FORM)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable String form) {
        forms.forget(current.actor(), form);
    }

    /** What helps to keep a form. */
    Kept kept(String form) {
        UUID user = current.actor().user();
        return new Kept(
                form,
                user == null ? "" : user.toString(),
                forms.find(current.actor(), form).orElse(null));
    }

    /** The form was sent well. */
    void sent(MultiValueMap<String, String> sent, HttpServletResponse response) {
        String form = sent.getFirst("draft");
        if (form != null && form.matches("[a-z0-9-]{1,100}")) {
            forms.forget(current.actor(), form);
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(SENT, form)
                            .path("/")
                            .maxAge(60)
                            .sameSite("Lax")
                            .build()
                            .toString());
        }
    }

    static String create(RecordType type, @Nullable UUID of) {
        return "new-" + type.plural() + (of == null ? "" : "-" + of);
    }

    static String edit(RecordType type, UUID id) {
        return "edit-" + type.plural() + "-" + id;
    }

    /**
     * A form that is kept.
     *
     * @param form its name
     * @param owner whose it is
     * @param content what was typed before, or null
     */
    public record Kept(String form, String owner, @Nullable String content) {}
}
