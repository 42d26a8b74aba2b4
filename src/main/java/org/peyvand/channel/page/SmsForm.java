package org.peyvand.channel.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peyvand.channel.sms.SmsSettings;
import org.peyvand.channel.sms.SmsSettings.Provider;
import org.peyvand.locale.Digits;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;

/** Reads the settings of texts as a form or a call sends them. */
final class SmsForm {

    private static final String LENGTH = "\\d{1,3}";

    private SmsForm() {}

    /** From texts by the names of the settings; what is absent is empty. */
    static SmsSettings read(Function<String, @Nullable String> given) {
        Function<String, String> text = name -> {
            String value = given.apply(name);
            return value == null ? "" : value.strip();
        };
        Provider provider = provider(text.apply("provider")).orElse(Provider.SANDBOX);
        String method = text.apply("method");
        String length = Digits.latin(text.apply("idLength"));
        return new SmsSettings(
                provider,
                text.apply("line"),
                text.apply("key"),
                text.apply("url").isEmpty() && provider == Provider.KAVENEGAR
                        ? SmsSettings.KAVENEGAR
                        : text.apply("url"),
                method.isEmpty() ? "POST" : method.toUpperCase(Locale.ROOT),
                text.apply("headers"),
                text.apply("body"),
                text.apply("idAt"),
                length.matches(LENGTH) ? Integer.parseInt(length) : 1,
                text.apply("errorAt"),
                text.apply("errorNone"));
    }

    /**
     * What {@link #read} could only guess at, since nothing of it may be taken for something else unsaid.
     *
     * @throws Refusal.Invalid when a provider is named that there is not, or the length of an id is no number
     */
    static void demandReadable(Function<String, @Nullable String> given) {
        String provider =
                Objects.requireNonNullElse(given.apply("provider"), "").strip();
        String length = Digits.latin(Objects.requireNonNullElse(given.apply("idLength"), ""))
                .strip();
        List<Problem> problems = new ArrayList<>();
        if (!provider.isEmpty() && provider(provider).isEmpty()) {
            problems.add(Problem.of("provider", "not-an-option", provider));
        }
        if (!length.isEmpty() && !length.matches(LENGTH)) {
            problems.add(Problem.of("idLength", "not-a-number"));
        }
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
    }

    private static Optional<Provider> provider(String key) {
        return Arrays.stream(Provider.values())
                .filter(each -> each.key().equals(key))
                .findFirst();
    }
}
