package org.peyvand.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/**
 * The rules of axe-core, asked of a page as it stands. Its script is handed to a document once, and it answers with what is
 * wrong alone: {@link AxeBuilder} sends half a megabyte with every question, reports all that is right, and opens a second
 * page to sum up.
 *
 * <pre>{@code
 * assertThat(Axe.breaches(page)).isEmpty();
 * }</pre>
 */
public final class Axe {

    private static final String SCRIPT = AxeBuilder.getAxeScript();

    private static final String ASK = """
            async (rules) => {
              const asked = { resultTypes: ['violations'] };
              if (rules.length > 0) asked.runOnly = { type: 'rule', values: rules };
              const { violations } = await axe.run(document, asked);
              return violations.map((rule) => `${rule.id} ${rule.nodes[0].html}`);
            }""";

    private Axe() {}

    /** What breaks a rule: its name and the first element that does. */
    public static List<String> breaches(Page page) {
        return ask(page, List.of());
    }

    /** Where letters do not stand out from what is behind them; enough when only the colours are others. */
    public static List<String> contrast(Page page) {
        return ask(page, List.of("color-contrast"));
    }

    private static List<String> ask(Page page, List<String> rules) {
        if (page.frames().size() > 1) {
            throw new IllegalStateException(page.url() + " has frames, into which nobody would look");
        }
        if (!Boolean.TRUE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(SCRIPT);
        }
        return ((List<?>) page.evaluate(ASK, rules))
                .stream().map(Object::toString).toList();
    }
}
