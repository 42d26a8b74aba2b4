package org.peyvand.channel.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peyvand.channel.sms.SmsSettings;
import org.peyvand.channel.sms.SmsSettings.Provider;

/** Reads the settings of texts as a form or a call sends them. */
final class SmsForm {

    private SmsForm() {}

    /** From texts by the names of the settings; what is absent is empty. */
    static SmsSettings read(Function<String, @Nullable String> given) {
        Function<String, String> text = name -> {
            String value = given.apply(name);
            return value == null ? "" : value.strip();
        };
        Provider provider = Arrays.stream(Provider.values())
                .filter(each -> each.key().equals(text.apply("provider")))
                .findFirst()
                .orElse(Provider.SANDBOX);
        String method = text.apply("method");
        String length = text.apply("idLength");
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
                length.matches("\\d{1,3}") ? Integer.parseInt(length) : 1,
                text.apply("errorAt"),
                text.apply("errorNone"));
    }
}
