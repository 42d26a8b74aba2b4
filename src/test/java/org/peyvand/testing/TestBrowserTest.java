package org.peyvand.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("browser")
class TestBrowserTest {

    @RegisterExtension
    private static final TestBrowser browser = TestBrowser.before(TestProgram.shared());

    @Test
    void showsPersianFromRightToLeft() {
        try (var visitor = browser.visitor("fa-IR", 390, 844)) {
            var page = visitor.newPage();

            page.setContent("<!doctype html><html lang=fa dir=rtl><p>سلام</p></html>");

            assertThat(page.locator("p").innerText()).isEqualTo("سلام");
            assertThat(page.evaluate("getComputedStyle(document.body).direction"))
                    .isEqualTo("rtl");
        }
    }
}
