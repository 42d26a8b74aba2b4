package org.peyvand.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/** A form of a page with all that a browser would send of it. Changes with what is filled in; for one thread. */
public final class PageForm {

    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern TEMPLATE = Pattern.compile("<template>.*?</template>", Pattern.DOTALL);
    private static final Pattern CONTROL = Pattern.compile(
            "<input\\b([^>]*)>|<textarea\\b([^>]*)>(.*?)</textarea>|<select\\b([^>]*)>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option\\b([^>]*)>", Pattern.DOTALL);

    private final String action;
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private PageForm(String action) {
        this.action = action;
    }

    /** The first form that is sent to the address. */
    public static PageForm in(String page, String action) {
        Matcher forms = FORM.matcher(page);
        while (forms.find()) {
            if (attribute(forms.group(1), "action").equals(action)) {
                PageForm form = new PageForm(action);
                form.read(TEMPLATE.matcher(forms.group(2)).replaceAll(""), "");
                String id = attribute(forms.group(1), "id");
                if (!id.isEmpty()) {
                    form.read(TEMPLATE.matcher(page).replaceAll(""), id);
                }
                return form;
            }
        }
        throw new AssertionError("no form to " + action + " in " + page);
    }

    public String action() {
        return action;
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** What would be sent first under a name, or nothing. */
    public String value(String name) {
        return values.getOrDefault(name, List.of("")).getFirst();
    }

    /** Fills in a control, which must be there. */
    public PageForm set(String name, String value) {
        if (!values.containsKey(name)) {
            throw new AssertionError("nothing to fill in as " + name + " among " + values.keySet());
        }
        values.put(name, List.of(value));
        return this;
    }

    /** Fills in one of several controls of a name, which are counted from nought. */
    public PageForm set(String name, int nth, String value) {
        List<String> several = new ArrayList<>(values.getOrDefault(name, List.of()));
        if (nth >= several.size()) {
            throw new AssertionError("only " + several.size() + " to fill in as " + name);
        }
        several.set(nth, value);
        values.put(name, several);
        return this;
    }

    /** Unticks all boxes of a name. */
    public PageForm without(String name) {
        values.remove(name);
        return this;
    }

    /** All that would be sent under a name. */
    public List<String> values(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Picks one of several radio buttons, ticks a box alone of its name or presses a button. */
    public PageForm pick(String name, String value) {
        values.put(name, List.of(value));
        return this;
    }

    public String encoded() {
        return values.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> encode(entry.getKey()) + "=" + encode(value)))
                .collect(Collectors.joining("&"));
    }

    /** Takes in the controls that name a form as theirs, as those in the cells of a row do; with no name, those that name none. */
    private void read(String content, String owner) {
        Matcher controls = CONTROL.matcher(content);
        while (controls.find()) {
            String attributes = Stream.of(1, 2, 4)
                    .map(controls::group)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("");
            if (!attribute(attributes, "form").equals(owner)) {
                continue;
            }
            if (controls.group(1) != null) {
                input(controls.group(1));
            } else if (controls.group(2) != null) {
                add(attribute(controls.group(2), "name"), HtmlUtils.htmlUnescape(controls.group(3)));
            } else {
                add(attribute(controls.group(4), "name"), selected(controls.group(5)));
            }
        }
    }

    private void input(String attributes) {
        String type = attribute(attributes, "type");
        boolean ticked =
                !type.equals("checkbox") && !type.equals("radio") || attributes.matches("(?s).*\\schecked\\b.*");
        if (ticked) {
            add(attribute(attributes, "name"), attribute(attributes, "value"));
        }
    }

    private void add(String name, String value) {
        if (!name.isEmpty()) {
            values.computeIfAbsent(name, none -> new ArrayList<>()).add(value);
        }
    }

    private static String selected(String options) {
        Matcher option = OPTION.matcher(options);
        String first = null;
        while (option.find()) {
            String value = attribute(option.group(1), "value");
            if (option.group(1).matches("(?s).*\\sselected\\b.*")) {
                return value;
            }
            first = first == null ? value : first;
        }
        return first == null ? "" : first;
    }

    private static String attribute(String attributes, String name) {
        Matcher found = Pattern.compile("(?:^|\\s)" + name + "=\"([^\"]*)\"").matcher(attributes);
        return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : "";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
