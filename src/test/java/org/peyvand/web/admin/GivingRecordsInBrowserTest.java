package org.peyvand.web.admin;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.peyvand.testing.Api;
import org.peyvand.testing.Mark;
import org.peyvand.testing.Seat;
import org.peyvand.testing.TestBrowser;
import org.peyvand.testing.TestProgram;

/** Somebody leaves, and what they own goes to a colleague: from their page, all of a list at once. */
@Tag("browser")
class GivingRecordsInBrowserTest {

    private static final TestProgram PROGRAM = TestProgram.shared();
    private static final int MANY = 55;

    @RegisterExtension
    private static final TestBrowser browser = TestBrowser.before(PROGRAM);

    private final Api api = Api.of(PROGRAM);
    private final String mark = Mark.fresh();

    @ParameterizedTest
    @EnumSource(
            value = Seat.class,
            names = {"PERSIAN_DESK", "ENGLISH_PHONE"})
    void allRecordsOfAListAreGivenToAColleagueAndTakenBack(Seat seat) {
        String leaver = user("leaver");
        String stayer = user("stayer");
        own(leaver);
        try (BrowserContext visitor = browser.signedIn(seat)) {
            Page page = visitor.newPage();
            page.navigate(PROGRAM.url() + "/admin/users/" + leaver);
            page.locator("main a[href^='/leads?']").click();
            page.waitForURL(Pattern.compile("/leads\\?"));
            TestBrowser.settle(page);

            page.locator("[data-select-row]").first().check();
            page.locator("[data-select-rest]").click();
            page.locator("[data-dialog='#give']").click();
            page.locator("#give [role=combobox]").fill("stayer " + mark);
            page.locator("#give [role=option]").first().click();
            page.locator("#give footer .primary").click();

            await().until(() -> owned(stayer) == MANY && owned(leaver) == 0);
            page.locator("#work form[action$='/undo'] button").click();
            await().until(() -> owned(leaver) == MANY && owned(stayer) == 0);
            TestBrowser.settle(page);
        }
    }

    private void own(String owner) {
        StringBuilder batch = new StringBuilder("[");
        for (int i = 0; i < MANY; i++) {
            batch.append(i == 0 ? "" : ",")
                    .append("{\"create\": {\"lastName\": \"%s %d\", \"owner\": \"%s\"}}".formatted(mark, i, owner));
        }
        api.post("/leads/batch", batch + "]").expect(200);
    }

    private int owned(String owner) {
        String filter = "{\"field\": \"owner\", \"op\": \"eq\", \"value\": \"" + owner + "\"}";
        return api.get("/leads/count", "filter", filter).get("count").intValue();
    }

    private String user(String name) {
        return api.post(
                        "/users",
                        "{\"name\": \"%1$s %2$s\", \"email\": \"%1$s-%2$s@example.ir\", \"roles\": [\"seller\"]}"
                                .formatted(name, mark))
                .expect(201)
                .id();
    }
}
