package org.peyvand.channel.sms;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.peyvand.notice.outbox.Channel.Receipt;
import org.peyvand.notice.outbox.Reason;
import org.peyvand.notice.outbox.Undelivered;
import org.peyvand.notice.outbox.Undelivered.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Kavenegar, whose key is part of the address and whose {@code localid} keeps a repeated call from being a second message. */
final class Kavenegar implements SmsProvider {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Nothing that another attempt changes: the number, the text, the template. */
    private static final Set<Integer> FOR_GOOD = Set.of(411, 413, 414, 417, 420, 422, 424, 431, 432);

    /** States of an entry that was not taken: failed, undelivered, cancelled, blocked. */
    private static final Set<Integer> NOT_TAKEN = Set.of(6, 11, 13, 14);

    private final Post post;
    private final SmsSettings settings;

    Kavenegar(Post post, SmsSettings settings) {
        this.post = post;
        this.settings = settings;
    }

    @Override
    public Receipt send(String reference, String to, String text) throws Undelivered {
        String url = settings.url() + "/v1/" + encoded(settings.key()) + "/sms/send.json";
        Map<String, String> form = Map.of(
                "receptor",
                to,
                "message",
                text,
                "sender",
                settings.line(),
                "localid",
                Long.toString(localId(reference)));
        String body = form.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        Post.Answer answer;
        try {
            answer = post.send("POST", url, Map.of("Content-Type", "application/x-www-form-urlencoded"), body);
        } catch (Undelivered failure) {
            throw failure.kind() == Kind.PERHAPS ? new Undelivered(Kind.FOR_NOW, failure.reason(), failure) : failure;
        }
        return receipt(answer, text);
    }

    private Receipt receipt(Post.Answer answer, String text) throws Undelivered {
        JsonNode json = read(answer);
        int status = json.path("return").path("status").asInt(answer.status());
        String said = settings.concealed(json.path("return").path("message").asString(""));
        if (status != 200) {
            throw new Undelivered(
                    FOR_GOOD.contains(status) ? Kind.FOR_GOOD : Kind.FOR_NOW, Reason.said(status + " " + said));
        }
        JsonNode entry = json.path("entries").path(0);
        int state = entry.path("status").asInt(0);
        if (entry.isMissingNode() || NOT_TAKEN.contains(state)) {
            throw new Undelivered(
                    Kind.FOR_GOOD,
                    Reason.said(state + " "
                            + settings.concealed(entry.path("statustext").asString(""))));
        }
        return new Receipt(
                entry.path("messageid").asString(""), SmsParts.of(text).parts());
    }

    private static JsonNode read(Post.Answer answer) throws Undelivered {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException notJson) {
            throw new Undelivered(Kind.FOR_NOW, Reason.of("provider-not-json", Integer.toString(answer.status())));
        }
    }

    /** A number that follows from the message, as the provider wants it. */
    private static long localId(String reference) {
        UUID id = UUID.nameUUIDFromBytes(reference.getBytes(StandardCharsets.UTF_8));
        return id.getLeastSignificantBits() >>> 16;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
