package org.peyvand.access.signin;

import jakarta.servlet.http.HttpServletRequest;

/** Tells the door for programs from the door for people. */
final class Doors {

    static final String API = "/api";

    private Doors() {}

    static boolean isApi(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.equals(API) || path.startsWith(API + "/");
    }
}
