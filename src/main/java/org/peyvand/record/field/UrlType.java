package org.peyvand.record.field;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Presentation;
import tools.jackson.databind.JsonNode;

/** The address of a page. One without a scheme is taken as https; other schemes than http and https are refused. */
public final class UrlType extends WordsType {

    private static final int LONGEST = 2_000;
    private static final Pattern HOST = Pattern.compile("([^@/]*@)?([^:@\\s]+|\\[[0-9a-fA-F:.]+])(:\\d{1,5})?");

    @Override
    public String key() {
        return "url";
    }

    @Override
    public String fromJson(JsonNode json) {
        return address(Json.words(json, LONGEST));
    }

    @Override
    public String fromText(String text, TextInput input) {
        return address(Json.words(text, LONGEST));
    }

    @Override
    public String display(String value, Presentation presentation) {
        return value.replaceFirst("^https?://", "").replaceFirst("/$", "");
    }

    /** In filters a part of an address is enough. */
    @Override
    public Object operand(Operator operator, JsonNode json) {
        return Json.words(json, LONGEST);
    }

    private static String address(String typed) {
        String whole = typed.matches("(?i)[a-z][a-z0-9+.-]*://.*") ? typed : "https://" + typed;
        try {
            URI uri = new URI(whole);
            String scheme = String.valueOf(uri.getScheme());
            if (!isHost(uri.getRawAuthority()) || !scheme.matches("(?i)https?") || whole.contains(" ")) {
                throw new InvalidValue("not-a-url");
            }
            return whole;
        } catch (URISyntaxException malformed) {
            throw new InvalidValue("not-a-url");
        }
    }

    /** The standard library takes only Latin hosts for hosts; names may be Persian, but a port is a number. */
    private static boolean isHost(@Nullable String authority) {
        return authority != null && HOST.matcher(authority).matches();
    }
}
