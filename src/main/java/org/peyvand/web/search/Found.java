package org.peyvand.web.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyvand.web.Command.Act;

/** Results of one sort under a heading. */
public record Found(String heading, List<Line> lines) {

    /** The same with the first lines only. */
    Found first(int most) {
        return lines.size() <= most ? this : new Found(heading, lines.subList(0, most));
    }

    /** One result; of the three ways to carry it out one is given. */
    public record Line(Act act, String text, String detail, String icon) {

        /** What tells it from others of its name, each part to be read in its own direction. */
        public List<String> details() {
            return detail.isEmpty() ? List.of() : List.of(detail.split(" · "));
        }

        static Line to(String href, String text, String detail, String icon) {
            return new Line(new Act.Go(href), text, detail, icon);
        }

        public @Nullable String href() {
            return act instanceof Act.Go(String href) ? href : null;
        }

        public @Nullable String dialog() {
            return act instanceof Act.Dialog(String href) ? href : null;
        }

        public @Nullable String press() {
            return act instanceof Act.Press(String selector) ? selector : null;
        }
    }
}
