package org.peyvand.database;

import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Reports a refused start as its one sentence, without a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartRefusals implements SpringBootExceptionReporter {

    private static final Logger log = LoggerFactory.getLogger("org.peyvand.Peyvand");

    @Override
    public boolean reportException(Throwable failure) {
        var sentence = sentence(failure);
        sentence.ifPresent(text -> log.error("Peyvand does not start: {}", text));
        return sentence.isPresent();
    }

    /** The reason to refuse the start that is hidden somewhere in the causes of a failure. */
    static Optional<String> sentence(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(30)
                .flatMap(StartRefusals::known)
                .findFirst();
    }

    private static Stream<String> known(Throwable cause) {
        return switch (cause) {
            case StartRefused refused -> Stream.of(String.valueOf(refused.getMessage()));
            case PortInUseException used ->
                Stream.of("PEYVAND_PORT: port " + used.getPort() + " is already used by another program.");
            default -> Stream.empty();
        };
    }
}
