package org.peyvand.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyvand.locale.Messages;
import org.peyvand.locale.Presentation;

/**
 * What every template is given: how this reader reads, the words, who is signed in, where one can go and how it should look. A
 * controller method declares it as a parameter; it is then in the model under the name {@code page} too.
 *
 * @param presentation dates, numbers, money and the language as the reader likes them
 * @param reader who is signed in; absent on the sign-in page
 * @param path of the request, to know which place is the current one
 * @param forgeryToken the hidden field {@code _csrf} of an ordinary form
 * @param note a sentence left by the request that redirected here
 * @param standing the {@link #frame()} that the browser has around its page already and wants no more of, if it says so
 */
public record Page(
        Presentation presentation,
        Messages messages,
        Assets assets,
        @Nullable Reader reader,
        List<Place> places,
        Look look,
        String path,
        String forgeryToken,
        @Nullable Note note,
        @Nullable String standing) {

    private static final String RECORD = "/[a-z][a-z0-9-]*/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** The text of the key in the reader's language. */
    public String t(String key, Object... arguments) {
        return messages.text(presentation.language(), key, arguments);
    }

    /** The text of the first key, or of the second where there is none. */
    public String tOr(String key, String other) {
        return t(messages.has(presentation.language(), key) ? key : other);
    }

    /** Whether one of the reader's places is there. */
    public boolean leadsTo(String href) {
        return places.stream().anyMatch(place -> place.href().equals(href));
    }

    /** Where a new record of a type is made, or null when the reader may not. */
    public @Nullable String making(String plural) {
        return places.stream()
                .filter(place -> place.href().equals("/" + plural))
                .findFirst()
                .map(Place::newHref)
                .orElse(null);
    }

    /** {@code fa} or {@code en} */
    public String language() {
        return presentation.language().getLanguage();
    }

    /** {@code rtl} or {@code ltr} */
    public String direction() {
        return presentation.direction();
    }

    /** The number in the reader's digits. */
    public String number(long number) {
        return presentation.number(number);
    }

    /** The address of the icon in the sprite. */
    public String icon(String name) {
        return assets.url("icons.svg") + "#" + name;
    }

    /**
     * What stands around every page, as a word: the build and the language, a dot, and the places of the side bar. A
     * browser that goes to another page sends it back in {@code Peyvand-Frame} to be spared what it has.
     */
    public String frame() {
        return build() + "." + Integer.toHexString(places.toString().hashCode());
    }

    /** Whether the browser has this build and language around its page, so that the page alone will do. */
    public boolean isFramed() {
        return reader != null && standing != null && standing.startsWith(build() + ".");
    }

    private String build() {
        String parts = language() + assets.url("app.css") + assets.url("app.js") + assets.url("icons.svg");
        return Integer.toHexString(parts.hashCode());
    }

    /** The places of a section, in order. */
    public List<Place> places(Section section) {
        return places.stream().filter(place -> place.section() == section).toList();
    }

    /** Whether the page is this place or lies below it. */
    public boolean isAt(Place place) {
        String href = place.href();
        return path.equals(href) || (href.length() > 1 && path.startsWith(href + "/"));
    }

    /** The places the phone's bar shows: the work inbox and two more. */
    public List<Place> barPlaces() {
        return places.stream().filter(Place::onBar).limit(3).toList();
    }

    /** Where a new record of a place is made; on the page of a record it belongs to that one. */
    public String creating(Place place) {
        String href = String.valueOf(place.newHref());
        // an address with a question of its own knows already what it is about
        return path.matches(RECORD) && !href.contains("?") ? href + "?from=" + path : href;
    }

    /** The same page in the other language. */
    public String otherLanguageHref() {
        return path + "?lang=" + (presentation.isPersian() ? "en" : "fa");
    }
}
