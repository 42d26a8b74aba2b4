package org.peyvand.web;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.testing.Api;
import org.peyvand.testing.TestProgram;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The addresses of all pages and fragments, from what the program itself answers: every GET of a controller that renders a
 * template, with every record type and a record of it where the address asks for one. An address whose holes cannot be
 * filled fails, so that no new page escapes the tests of every page.
 */
final class PageRoutes {

    /** What an address needs besides its path. */
    private static final Map<String, String> QUERIES = Map.of(
            "/imports/new", "type=accounts",
            "/search", "q=a",
            "/{type}/condition", "field=name");

    /** Addresses that a visitor who is signed in does not come to, or that answer something else than a page. */
    private static final Set<String> LEFT_OUT = Set.of(
            "/{type}/narrowed",
            "/admin/fields/{type}/{name}/rules/{when}/narrowed",
            "/login",
            "/setup",
            "/error",
            "/imports/files/{file}",
            "/notices/{id}",
            "/{type}/{id}/cells",
            "/{type}/{id}/cells/{field}",
            "/{type}/{id}/following",
            "/imports/{id}/undoing/{job}");

    private final TestProgram program;
    private final Api api;
    private final Models models;
    private final Map<String, Optional<String>> ones = new HashMap<>();
    private final Map<String, String> made = new LinkedHashMap<>();

    PageRoutes(TestProgram program) {
        this.program = program;
        this.api = Api.of(program);
        this.models = program.bean(Models.class);
    }

    /**
     * One page or fragment.
     *
     * @param route the address as the controller declares it, without the expressions in its holes
     * @param path an address to open
     * @param first whether it is the first of its route: the others look alike but for their data
     */
    record Route(String route, String path, boolean first) {}

    List<Route> all() {
        Map<String, String> patterns = new TreeMap<>(Comparator.naturalOrder());
        program.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if (renders(handler.getBeanType(), handler.getMethod()) && isRead(mapping)) {
                        mapping.getPatternValues()
                                .forEach(pattern -> patterns.put(
                                        plain(pattern) + parameters(mapping), plain(pattern) + parameters(mapping)));
                    }
                });
        List<Route> routes = new ArrayList<>();
        for (String pattern : patterns.keySet()) {
            String bare = pattern.split("\\?")[0];
            if (!LEFT_OUT.contains(bare)) {
                boolean first = true;
                for (String path : paths(pattern)) {
                    routes.add(new Route(pattern, path, first));
                    first = false;
                }
            }
        }
        return routes;
    }

    private static boolean renders(Class<?> type, Method method) {
        return type.getName().startsWith("org.peyvand.")
                && AnnotatedElementUtils.hasAnnotation(type, Controller.class)
                && !AnnotatedElementUtils.hasAnnotation(type, ResponseBody.class)
                && !AnnotatedElementUtils.hasAnnotation(method, ResponseBody.class)
                && method.getReturnType().equals(String.class);
    }

    private static boolean isRead(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET);
    }

    /** {@code /{type:[a-z]+}} as {@code /{type}}. */
    private static String plain(String pattern) {
        return pattern.replaceAll("\\{(\\w+):(?:[^{}]|\\{[^}]*})*}", "{$1}");
    }

    private static String parameters(RequestMappingInfo mapping) {
        var wanted = mapping.getParamsCondition().getExpressions().stream()
                .filter(each -> !each.isNegated() && each.getValue() != null)
                .map(each -> each.getName() + "=" + each.getValue())
                .toList();
        return wanted.isEmpty() ? "" : "?" + String.join("&", wanted);
    }

    private Set<String> paths(String pattern) {
        String[] parts = pattern.split("\\?", 2);
        String query = parts.length > 1 ? parts[1] : QUERIES.getOrDefault(parts[0], "");
        Set<String> paths = new LinkedHashSet<>();
        for (String path : parts[0].startsWith("/{type}") ? ofTypes(parts[0], query) : List.of(filled(parts[0]))) {
            paths.add(query.isEmpty() ? path : path + "?" + query);
        }
        return paths;
    }

    private List<String> ofTypes(String pattern, String query) {
        List<String> paths = new ArrayList<>();
        if (pattern.startsWith("/{type}/views/{id}")) {
            return List.of(pattern.replace("{type}", "accounts").replace("{id}", String.valueOf(ids().get("/views/"))));
        }
        for (RecordType type : models.current().types()) {
            boolean board = type.boardField().isPresent();
            boolean fits = !query.equals("view=board") && !pattern.endsWith("/path") || board;
            boolean writable = !type.is(RecordType.Flag.GUARDED) || !pattern.matches(".*/(new|edit)$");
            boolean holds = type.belongsToField().isEmpty() || !pattern.endsWith("/files");
            String title = type.titleField().name();
            if (fits && writable && holds) {
                one(type)
                        .map(id -> pattern.replace("{type}", type.plural())
                                .replace("{id}", id)
                                .replace("{field}", title))
                        .ifPresent(paths::add);
            }
        }
        paths.forEach(PageRoutes::isFilled);
        return paths;
    }

    private Optional<String> one(RecordType type) {
        return ones.computeIfAbsent(type.plural(), plural -> {
            var data = api.get("/" + plural + "?limit=1").expect(200).data();
            return data.isEmpty()
                    ? Optional.empty()
                    : Optional.of(data.get(0).get("id").stringValue());
        });
    }

    private String filled(String pattern) {
        String path = pattern;
        for (var each : ids().entrySet()) {
            if (pattern.startsWith(each.getKey())) {
                path = path.replace("{id}", each.getValue());
            }
        }
        path = path.replace("{type}", pattern.startsWith("/inbox/") ? "tasks" : "accounts")
                .replace("{name}", "name")
                .replace("{when}", "visibleWhen");
        isFilled(path);
        return path;
    }

    private static void isFilled(String path) {
        if (path.contains("{")) {
            throw new AssertionError(
                    "Say in PageRoutes how " + path + " is opened, so that it is tested as every page is");
        }
    }

    private Map<String, String> ids() {
        if (made.isEmpty()) {
            made.put("/views/", view());
            made.put("/admin/users/", first("users"));
            made.put("/admin/roles/", first("roles"));
            made.put("/inbox/", first("tasks"));
            made.put("/imports/", imported());
            made.put("/exports/", exported());
            made.put("/jobs/", jobId());
        }
        return made;
    }

    private String first(String type) {
        return api.get("/" + type + "?limit=1")
                .expect(200)
                .data()
                .get(0)
                .get("id")
                .stringValue();
    }

    private String view() {
        return api.post("/views", "{\"name\": \"همه\", \"type\": \"accounts\", \"kind\": \"table\"}")
                .expect(201)
                .id();
    }

    private String imported() {
        byte[] csv = "name\nPars\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return api.upload("/imports", "accounts.csv", csv, Map.of("type", "accounts", "mapping", "{\"name\":\"name\"}"))
                .expect(202)
                .id();
    }

    private String exported() {
        return api.post("/exports", "{\"type\": \"products\", \"format\": \"csv\"}")
                .expect(202)
                .id();
    }

    private String jobId() {
        String product = first("products");
        return api.post("/products/bulk-edits", "{\"ids\": [\"%s\"], \"set\": {\"tags\": []}}".formatted(product))
                .expect(202)
                .id();
    }
}
