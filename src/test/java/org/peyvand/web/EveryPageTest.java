package org.peyvand.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.peyvand.testing.Axe;
import org.peyvand.testing.Seat;
import org.peyvand.testing.TestBrowser;
import org.peyvand.testing.TestProgram;

/**
 * What every page holds to, in both languages, light and dark, on a desk and on a telephone. The first page of each
 * address is opened in each language, once on a desk and once on a telephone; of others like it (the same for another type)
 * every third, in one setting by turns. With {@code -Dpeyvand.pages.all=true} all are opened in all settings.
 */
@Tag("browser")
@Execution(ExecutionMode.SAME_THREAD)
class EveryPageTest {

    /** Words of the other language that are names, signs or keys in both. */
    private static final List<String> LATIN_IN_PERSIAN = List.of(
            "CSV", "POST", "PUT", "GET", "XLSX", "vCard", "SMS", "API", "Excel", "UTF", "English", "Ctrl", "Esc",
            "Shift", "Enter", "Alt", "Tab", "IoT", "URL", "JSON", "SMTP", "Asia", "Tehran", "token");

    private static final String LATIN = "/[A-Za-z]{2,}/g";
    private static final String PERSIAN = "/[\\u0621-\\u06cc]{2,}/g";
    private static final String CHECKS = resource("/pages/checks.js");
    private static final TestProgram program = TestProgram.demo();
    private static final Map<Seat, Page> windows = new EnumMap<>(Seat.class);
    private static final Map<Seat, List<String>> complaints = new EnumMap<>(Seat.class);

    @RegisterExtension
    private static final TestBrowser browser = TestBrowser.before(program);

    @BeforeAll
    static void open() {
        for (Seat setting : Seat.values()) {
            BrowserContext visitor = browser.signedIn(TestProgram.EMAIL, browser.visitor(setting));
            visitor.addInitScript(CHECKS);
            Page page = visitor.newPage();
            List<String> heard = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") || message.type().equals("warning")) {
                    heard.add(message.text());
                }
            });
            page.onPageError(heard::add);
            page.onRequest(request -> {
                if (!request.url().startsWith(program.url()) && !request.url().startsWith("data:")) {
                    heard.add("request to " + request.url());
                }
            });
            windows.put(setting, page);
            complaints.put(setting, heard);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyPageHoldsToTheRules() {
        AtomicInteger turn = new AtomicInteger();
        return new PageRoutes(program)
                .all().stream()
                        .map(route -> DynamicTest.dynamicTest(route.path(), () -> {
                            List<Seat> settings = settings(route, turn.getAndIncrement());
                            List<String> wrong = new ArrayList<>();
                            for (Seat setting : settings) {
                                look(route, setting).forEach(each -> wrong.add(setting + ": " + each));
                            }
                            assertThat(wrong).as(route.path()).isEmpty();
                        }));
    }

    private static List<Seat> settings(PageRoutes.Route route, int turn) {
        if (Boolean.getBoolean("peyvand.pages.all")) {
            return List.of(Seat.values());
        }
        if (route.first()) {
            return turn % 2 == 0
                    ? List.of(Seat.PERSIAN_DESK, Seat.ENGLISH_PHONE)
                    : List.of(Seat.PERSIAN_PHONE, Seat.ENGLISH_DESK);
        }
        return turn % 3 == 0 ? List.of(Seat.values()[turn / 3 % Seat.values().length]) : List.of();
    }

    private static List<String> look(PageRoutes.Route route, Seat setting) {
        Page page = Objects.requireNonNull(windows.get(setting));
        List<String> heard = Objects.requireNonNull(complaints.get(setting));
        heard.clear();
        Response answer = page.navigate(program.url() + route.path());
        if (answer.status() != 200) {
            return List.of("answered " + answer.status());
        }
        if (!answer.headers().getOrDefault("content-type", "").startsWith("text/html")) {
            return List.of();
        }
        if (!answer.text().stripLeading().startsWith("<!doctype html>")) {
            return words(page, setting);
        }
        TestBrowser.settle(page);
        List<String> wrong = new ArrayList<>(heard);
        wrong.addAll(document(page, setting, answer));
        wrong.addAll(words(page, setting));
        wrong.addAll(ask(page, "checks.inline()", "inline code"));
        wrong.addAll(ask(page, "checks.overflow()", "sticks out"));
        Axe.breaches(page).forEach(each -> wrong.add("axe: " + each));
        if (setting.isPhone()) {
            wrong.addAll(ask(page, "checks.targets()", "too small to hit"));
            wrong.addAll(ask(page, "checks.stacks()", "scrolls aside"));
        } else {
            wrong.addAll(ask(page, "checks.tables()", "rows stand beside their head"));
            page.emulateMedia(new EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            wrong.addAll(ask(page, "checks.motion()", "moves all the same"));
        }
        page.emulateMedia(
                new EmulateMediaOptions().setColorScheme(ColorScheme.DARK).setReducedMotion(ReducedMotion.REDUCE));
        Axe.contrast(page).forEach(each -> wrong.add("axe in the dark: " + each));
        page.emulateMedia(new EmulateMediaOptions()
                .setColorScheme(ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.NO_PREFERENCE));
        if (!setting.isPhone()) {
            wrong.addAll(focus(page));
        }
        return wrong;
    }

    private static List<String> document(Page page, Seat setting, Response answer) {
        List<String> wrong = new ArrayList<>();
        Object html = page.evaluate("[document.documentElement.lang, document.documentElement.dir].join(' ')");
        if (!html.equals(setting.isPersian() ? "fa rtl" : "en ltr")) {
            wrong.add("<html> is " + html);
        }
        String policy = answer.headers().getOrDefault("content-security-policy", "");
        if (!policy.contains("script-src 'self'") || policy.contains("unsafe")) {
            wrong.add("policy " + policy);
        }
        if (!answer.headers().getOrDefault("content-encoding", "").matches("gzip|br")) {
            wrong.add("is sent uncompressed");
        }
        double shift = ((Number) page.evaluate("checks.shift().value")).doubleValue();
        if (shift >= 0.02) {
            wrong.add("layout shifts by %.3f: %s".formatted(shift, page.evaluate("checks.shift().by")));
        }
        return wrong;
    }

    private static List<String> words(Page page, Seat setting) {
        String allowed = setting.isPersian() ? "['" + String.join("','", LATIN_IN_PERSIAN) + "']" : "[]";
        return ask(page, "checks.words(%s, %s)".formatted(setting.isPersian() ? LATIN : PERSIAN, allowed), "word");
    }

    /** Every part that is fetched on demand leaves the focus within the page. */
    private static List<String> focus(Page page) {
        List<String> wrong = new ArrayList<>();
        String asking =
                "[...document.querySelectorAll('main :is(a, button)[hx-get]')].filter(e => e.checkVisibility())";
        int parts = Math.min(4, ((Number) page.evaluate(asking + ".length")).intValue());
        for (int part = 0; part < parts; part++) {
            Object what = page.evaluate(
                    "part => { const e = (" + asking
                            + ")[part]; if (!e) return null; e.focus(); e.click(); return e.outerHTML.slice(0, 120) }",
                    part);
            TestBrowser.settle(page);
            Object held = page.evaluate(
                    "new Promise(done => setTimeout(() => done(document.activeElement !== document.body), 60))");
            if (what != null && !Boolean.TRUE.equals(held)) {
                wrong.add("focus is lost after " + what);
            }
        }
        return wrong;
    }

    private static List<String> ask(Page page, String check, String what) {
        Object answer = page.evaluate(check);
        return answer instanceof List<?> list
                ? list.stream().map(each -> what + ": " + each).toList()
                : List.of();
    }

    private static String resource(String path) {
        try (var stream = EveryPageTest.class.getResourceAsStream(path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
