package org.peyvand.web.settings;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Oneself;
import org.peyvand.access.Requires;
import org.peyvand.access.Tokens;
import org.peyvand.access.User;
import org.peyvand.access.Users;
import org.peyvand.locale.PhoneNumber;
import org.peyvand.locale.PhoneNumbers;
import org.peyvand.record.Actor;
import org.peyvand.record.Labels;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.field.ChoiceType;
import org.peyvand.record.field.Field;
import org.peyvand.record.write.Draft;
import org.peyvand.web.Choice;
import org.peyvand.web.Note;
import org.peyvand.web.Page;
import org.peyvand.web.value.Problems;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people set for themselves: how they read, their password, their tokens. */
@Controller
@RequestMapping("/settings")
@Requires(Requires.Permission.SIGNED_IN)
class SettingsPage {

    private static final String HERE = "redirect:/settings";
    private static final List<Field<String>> CHOICES =
            List.of(User.LOCALE, User.CALENDAR, User.DIGITS, User.MONEY_UNIT, User.THEME, User.DENSITY, User.REMINDER);

    private static final List<Field<String>> LOOK = List.of(User.THEME, User.DENSITY);

    private final Oneself oneself;
    private final Users users;
    private final Tokens tokens;
    private final Problems problems;

    SettingsPage(Oneself oneself, Users users, Tokens tokens, Problems problems) {
        this.oneself = oneself;
        this.users = users;
        this.tokens = tokens;
        this.problems = problems;
    }

    @GetMapping
    String show(Page page, Actor actor, Model model) {
        return show(page, actor, null, model);
    }

    @PostMapping
    String save(Page page, Actor actor, @RequestParam Map<String, String> sent, RedirectAttributes redirect) {
        Draft draft = new Draft();
        draft.set(User.NAME, orNull(sent.get(User.NAME.name())));
        draft.set(User.TIME_ZONE, orNull(sent.get(User.TIME_ZONE.name())));
        mobile(sent.get(User.MOBILE.name()), draft);
        CHOICES.forEach(field -> draft.set(field, orNull(sent.get(field.name()))));
        return answer(page, redirect, () -> oneself.change(actor, null, draft));
    }

    /** Keeps what the reader chose in their menu, where it is drawn at once. */
    @PostMapping("/look")
    ResponseEntity<Void> look(Actor actor, @RequestParam Map<String, String> sent) {
        Draft draft = new Draft();
        LOOK.stream()
                .filter(field -> sent.containsKey(field.name()))
                .forEach(field -> draft.set(field, orNull(sent.get(field.name()))));
        oneself.change(actor, null, draft);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/password")
    String password(
            Page page,
            Actor actor,
            @RequestParam String present,
            @RequestParam String password,
            HttpSession session,
            RedirectAttributes redirect) {
        return answer(page, redirect, () -> users.setPassword(actor, id(actor), present, password, session.getId()));
    }

    @PostMapping("/tokens")
    String token(
            Page page,
            Actor actor,
            @RequestParam(defaultValue = "") String name,
            Model model,
            RedirectAttributes redirect) {
        try {
            return show(page, actor, tokens.create(actor, id(actor), name, null).token(), model);
        } catch (Refusal.Invalid refused) {
            return refused(page, redirect, refused);
        }
    }

    @PostMapping("/tokens/{token}/revocation")
    String revoke(Page page, Actor actor, @PathVariable UUID token, RedirectAttributes redirect) {
        return answer(page, redirect, () -> tokens.revoke(actor, id(actor), token));
    }

    private String show(Page page, Actor actor, @Nullable String made, Model model) {
        StoredRecord user = oneself.read(actor);
        model.addAttribute("name", text(user.get(User.NAME)));
        model.addAttribute("mobile", text(user.get(User.MOBILE)));
        model.addAttribute("timeZone", text(user.get(User.TIME_ZONE)));
        model.addAttribute(
                "preferences",
                CHOICES.stream()
                        .map(field -> preference(page, user.type(), field, text(user.get(field))))
                        .toList());
        model.addAttribute("secret", made);
        model.addAttribute("tokens", tokens.list(actor, id(actor)));
        return "web/settings/settings";
    }

    private static Preference preference(Page page, RecordType type, Field<String> field, String value) {
        Labels labels = new Labels(page.messages());
        List<Choice> choices = field.type() instanceof ChoiceType choice
                ? choice.options().stream()
                        .map(option -> new Choice(
                                option.key(),
                                labels.option(
                                        type,
                                        field,
                                        option.key(),
                                        page.presentation().language())))
                        .toList()
                : List.of();
        String label = labels.field(type, field, page.presentation().language());
        return new Preference(field.name(), label, choices, value);
    }

    private String answer(Page page, RedirectAttributes redirect, Runnable deed) {
        try {
            deed.run();
            redirect.addFlashAttribute(Note.ATTRIBUTE, Note.good(page.t("admin.saved")));
            return HERE;
        } catch (Refusal.Invalid refused) {
            return refused(page, redirect, refused);
        }
    }

    private String refused(Page page, RedirectAttributes redirect, Refusal.Invalid refused) {
        String why = String.join(" ", problems.byField(refused.problems(), page).values());
        redirect.addFlashAttribute(Note.ATTRIBUTE, Note.bad(why));
        return HERE;
    }

    /** Typed in any of the ways in which numbers are written. */
    private static void mobile(@Nullable String typed, Draft draft) {
        String number = orNull(typed);
        String e164 = number == null
                ? null
                : PhoneNumbers.IRAN.parse(number).map(PhoneNumber::e164).orElse(null);
        draft.set(User.MOBILE, e164);
        if (number != null && e164 == null) {
            draft.problem(Problem.of(User.MOBILE.name(), "not-a-phone"));
        }
    }

    private static UUID id(Actor actor) {
        return Objects.requireNonNull(actor.user());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
