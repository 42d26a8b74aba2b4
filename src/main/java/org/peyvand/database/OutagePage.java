package org.peyvand.database;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** The page of an outage, which needs nothing of the database: what was typed stands on it, to be sent again. */
final class OutagePage {

    private static final Pattern SECRET = Pattern.compile("(?i)password|present|secret|token$");

    private static final String PAGE = """
            <!doctype html><html lang="%s" dir="%s"><meta charset="utf-8"><title>%s</title>\
            <meta name="viewport" content="width=device-width"><main><h1>%3$s</h1><p role="alert">%s</p>%s</main></html>""";

    private OutagePage() {}

    /** @param what the key of its words, with a title and a detail below it */
    static String of(HttpServletRequest request, String language, ResourceBundle texts, String what) {
        return PAGE.formatted(
                language,
                language.equals("fa") ? "rtl" : "ltr",
                texts.getString(what + ".title"),
                texts.getString(what + ".detail"),
                isForm(request) ? form(request, texts) : link(request, texts));
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return "POST".equals(request.getMethod())
                && type != null
                && type.startsWith("application/x-www-form-urlencoded");
    }

    private static String form(HttpServletRequest request, ResourceBundle texts) {
        StringBuilder form = new StringBuilder("<p>")
                .append(texts.getString("database.outage.kept"))
                .append("</p><form method=\"post\" action=\"")
                .append(HtmlUtils.htmlEscape(request.getRequestURI()))
                .append("\">");
        request.getParameterMap().forEach((name, values) -> {
            for (String value : SECRET.matcher(name).find() ? new String[0] : values) {
                form.append("<input type=\"hidden\" name=\"")
                        .append(HtmlUtils.htmlEscape(name))
                        .append("\" value=\"")
                        .append(HtmlUtils.htmlEscape(value))
                        .append("\">");
            }
        });
        return form.append("<button>")
                .append(texts.getString("database.outage.again"))
                .append("</button></form>")
                .toString();
    }

    private static String link(HttpServletRequest request, ResourceBundle texts) {
        String query = request.getQueryString();
        String address =
                "GET".equals(request.getMethod()) ? request.getRequestURI() + (query == null ? "" : "?" + query) : "/";
        return "<p><a href=\"%s\">%s</a></p>"
                .formatted(HtmlUtils.htmlEscape(address), texts.getString("database.outage.again"));
    }
}
