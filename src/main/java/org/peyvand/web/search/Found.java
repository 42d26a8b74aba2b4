package org.peyvand.web.search;

import java.util.List;

/** Results of one sort under a heading. */
public record Found(String heading, List<Line> lines) {

    /** One result. */
    public record Line(String href, String text, String detail, String icon) {}
}
