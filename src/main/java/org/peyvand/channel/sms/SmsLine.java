package org.peyvand.channel.sms;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.peyvand.access.Actors;
import org.peyvand.channel.sms.SmsSettings.Provider;
import org.peyvand.locale.PhoneNumbers;
import org.peyvand.notice.Way;
import org.peyvand.notice.outbox.Channel;
import org.peyvand.notice.outbox.Letter;
import org.peyvand.notice.outbox.NewMessage;
import org.peyvand.notice.outbox.Outbox;
import org.peyvand.notice.outbox.Undelivered;
import org.peyvand.record.Actor;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;
import org.peyvand.record.write.RecordIds;
import org.peyvand.setting.StoredSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The line by which texts go out: its provider and settings, a sandbox until an administrator names another. */
@Component
public class SmsLine implements Channel {

    private static final String NAME = "sms";
    private static final int LONGEST = 1_000;

    private final StoredSettings stored;
    private final Actors actors;
    private final ObjectProvider<Outbox> outbox;
    private final Post post = new Post();

    SmsLine(StoredSettings stored, Actors actors, ObjectProvider<Outbox> outbox) {
        this.stored = stored;
        this.actors = actors;
        this.outbox = outbox;
    }

    @Override
    public Way way() {
        return Way.SMS;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    /** The telephone has no room for a subject, a button or marks of direction: the text and the address. */
    @Override
    public Receipt send(Envelope envelope) throws Undelivered {
        SmsSettings settings = current();
        SmsProvider provider = switch (settings.provider()) {
            case SANDBOX -> new Sandbox();
            case KAVENEGAR -> new Kavenegar(post, settings);
            case PANEL -> new HttpPanel(post, settings);
        };
        String text = envelope.letter().text().replaceAll("[\u2066-\u2069]", "");
        return provider.send(envelope.reference(), envelope.address(), text);
    }

    /** How texts are sent, without the key; for administrators. */
    public SmsSettings settings(Actor actor) {
        demandAdministrator(actor);
        return current().withKey("");
    }

    /** Whether a key is kept; for administrators. */
    public boolean hasKey(Actor actor) {
        demandAdministrator(actor);
        return !current().key().isEmpty();
    }

    /**
     * Sets how texts are sent; an empty key keeps the one that is there. For administrators.
     *
     * @throws Refusal.Invalid with everything that is missing or wrong
     */
    public void set(Actor actor, SmsSettings given) {
        demandAdministrator(actor);
        SmsSettings settings = given.key().isEmpty() ? given.withKey(current().key()) : given;
        List<Problem> problems = problems(settings);
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
        stored.store(NAME, settings.written(), actor.user());
    }

    /**
     * Sends one text to a number, as a trial; for administrators.
     *
     * @throws Refusal.Invalid when number or text are of no use
     */
    public void tryOut(Actor actor, String number, String text) {
        demandAdministrator(actor);
        List<Problem> problems = new ArrayList<>();
        String to = PhoneNumbers.IRAN.parse(number).map(found -> found.e164()).orElse("");
        if (to.isEmpty()) {
            problems.add(Problem.of("number", "not-a-phone"));
        }
        if (text.isBlank() || text.length() > LONGEST) {
            problems.add(Problem.of("text", "sms-text", Integer.toString(LONGEST)));
        }
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
        UUID id = RecordIds.next();
        var letter = new Letter(java.util.Locale.of("fa"), "", List.of(text), null);
        outbox.getObject().put(NewMessage.written("trial:" + id, Way.SMS, "trial", to, letter));
    }

    private SmsSettings current() {
        return stored.find(NAME).map(SmsSettings::read).orElse(SmsSettings.NONE);
    }

    private static List<Problem> problems(SmsSettings settings) {
        List<Problem> problems = new ArrayList<>();
        if (settings.provider() != Provider.SANDBOX && !isWeb(settings.url())) {
            problems.add(Problem.of("url", "not-a-url"));
        }
        if (settings.provider() == Provider.KAVENEGAR && settings.key().isEmpty()) {
            problems.add(Problem.of("key", "required", "key"));
        }
        if (!Set.of("GET", "POST", "PUT").contains(settings.method())) {
            problems.add(Problem.of("method", "sms-method"));
        }
        for (String each : List.of("idAt", "errorAt")) {
            String pointer = each.equals("idAt") ? settings.idAt() : settings.errorAt();
            if (!pointer.isEmpty() && !pointer.startsWith("/")) {
                problems.add(Problem.of(each, "sms-pointer"));
            }
        }
        return problems;
    }

    private static boolean isWeb(String url) {
        try {
            URI uri = URI.create(url.replaceAll("\\{\\w+}", "x"));
            return uri.getHost() != null && Set.of("http", "https").contains(String.valueOf(uri.getScheme()));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private void demandAdministrator(Actor actor) {
        if (!actors.isAdministrator(actor)) {
            throw new Refusal.Forbidden("administrator-only");
        }
    }
}
