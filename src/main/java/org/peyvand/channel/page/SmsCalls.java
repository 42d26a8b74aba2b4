package org.peyvand.channel.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.CurrentActor;
import org.peyvand.access.Requires;
import org.peyvand.api.ApiCalls;
import org.peyvand.api.Body;
import org.peyvand.api.Parameters;
import org.peyvand.channel.sms.SmsLine;
import org.peyvand.channel.sms.SmsParts;
import org.peyvand.channel.sms.SmsSettings;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The settings of texts over HTTP, as the administrator's page has them; the key is written and never read. */
@RestController
@RequestMapping(path = "/api/v1/sms-settings", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(Requires.Permission.ADMINISTRATOR)
class SmsCalls implements ApiCalls {

    private final CurrentActor current;
    private final SmsLine line;

    SmsCalls(CurrentActor current, SmsLine line) {
        this.current = current;
        this.line = line;
    }

    @Override
    public List<Call> calls() {
        return List.of(
                Call.of("get", "/sms-settings", "smsSettings", "How texts are sent, without the key", "200"),
                Call.of("put", "/sms-settings", "setSms", "Set how texts are sent", "200"),
                Call.of("post", "/sms-settings/trial", "tryOutSms", "Send one text as a trial", "202"));
    }

    @GetMapping
    @Parameters
    Shown read() {
        SmsSettings settings = line.settings(current.actor());
        return new Shown(
                settings.provider().key(),
                settings.line(),
                line.hasKey(current.actor()),
                settings.url(),
                settings.method(),
                settings.headers(),
                settings.body(),
                settings.idAt(),
                settings.idLength(),
                settings.errorAt(),
                settings.errorNone());
    }

    @PutMapping
    @Parameters
    Shown write(@Body JsonNode given) {
        Function<String, @Nullable String> texts = name -> given.path(name).asString("");
        SmsForm.demandReadable(texts);
        line.set(current.actor(), SmsForm.read(texts));
        return read();
    }

    /** Sends one text as a trial and answers what it is counted as. */
    @PostMapping("/trial")
    @Parameters
    @ResponseStatus(HttpStatus.ACCEPTED)
    SmsParts tryOut(@Body JsonNode trial) {
        String text = trial.path("text").asString("");
        line.tryOut(current.actor(), trial.path("number").asString(""), text);
        return SmsParts.of(text);
    }

    /** The settings as they are read. */
    record Shown(
            String provider,
            String line,
            boolean hasKey,
            String url,
            String method,
            String headers,
            String body,
            String idAt,
            int idLength,
            String errorAt,
            String errorNone) {}
}
