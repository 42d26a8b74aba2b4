package org.peyvand.channel.sms;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.peyvand.notice.outbox.Reason;
import org.peyvand.notice.outbox.Undelivered;
import org.peyvand.notice.outbox.Undelivered.Kind;

/** One call to a provider. Addresses and headers hold keys, so neither is ever told or logged. */
final class Post {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int LONGEST = 100_000;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** What came back. */
    record Answer(int status, String body) {}

    Answer send(String method, String url, Map<String, String> headers, String body) throws Undelivered {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(ANSWER)
                    .method(
                            method,
                            body.isEmpty()
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
            headers.forEach(request::setHeader);
            HttpResponse<String> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            String text = response.body();
            return new Answer(response.statusCode(), text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        } catch (IllegalArgumentException wrong) {
            throw new Undelivered(Kind.FOR_NOW, Reason.of("provider-address"));
        } catch (ConnectException | HttpConnectTimeoutException away) {
            throw new Undelivered(Kind.FOR_NOW, Reason.of("provider-away"));
        } catch (IOException broken) {
            throw new Undelivered(Kind.PERHAPS, Reason.of("provider-silent"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Undelivered(Kind.PERHAPS, Reason.of("program-ended"));
        }
    }
}
