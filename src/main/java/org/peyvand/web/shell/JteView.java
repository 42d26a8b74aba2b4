package org.peyvand.web.shell;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/** A template as Spring's view. It is rendered whole before the first byte leaves, so that a failure is a clean error page. */
record JteView(TemplateEngine engine, String template) implements View {

    private static final String HTML = "text/html;charset=UTF-8";

    /** Without an answer here the content negotiation passes the view over. */
    @Override
    public String getContentType() {
        return HTML;
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var output = new Utf8ByteOutput();
        engine.render(template, model == null ? Map.of() : new HashMap<>(model), output);
        if (response.getContentType() == null) {
            response.setContentType(HTML);
        }
        output.writeTo(response.getOutputStream());
    }
}
