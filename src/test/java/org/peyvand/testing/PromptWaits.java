package org.peyvand.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets every wait for a condition look at once and often: most of what is waited for comes in a few milliseconds, and of the
 * tenths of a second that Awaitility sleeps by itself a suite has thousands. Found by JUnit itself, for all tests.
 */
public final class PromptWaits implements BeforeAllCallback {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(15);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(BETWEEN_LOOKS);
    }
}
