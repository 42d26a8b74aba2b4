package org.peyvand.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Where a reader sits and what they read: either language, at a desk with mouse and keys or with a telephone in hand. */
public enum Seat {
    PERSIAN_DESK("fa", false),
    ENGLISH_PHONE("en", true),
    PERSIAN_PHONE("fa", true),
    ENGLISH_DESK("en", false);

    private final String language;
    private final boolean phone;

    Seat(String language, boolean phone) {
        this.language = language;
        this.phone = phone;
    }

    /** {@code fa} or {@code en} */
    public String language() {
        return language;
    }

    public boolean isPersian() {
        return language.equals("fa");
    }

    public boolean isPhone() {
        return phone;
    }

    /** The first where Persian is read, else the other. */
    public String reads(String persian, String english) {
        return isPersian() ? persian : english;
    }

    /** Clicks at a desk and taps on a telephone. */
    public void press(Locator what) {
        if (phone) {
            what.tap();
        } else {
            what.click();
        }
    }

    /** Nothing of the page has to be pushed aside to be read. */
    public void fits(Page page) {
        TestBrowser.settle(page);
        assertThat(page.evaluate("document.scrollingElement.scrollWidth - document.documentElement.clientWidth"))
                .as("how far " + page.url() + " sticks out")
                .isEqualTo(0);
    }
}
