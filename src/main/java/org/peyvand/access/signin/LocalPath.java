package org.peyvand.access.signin;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Where a redirect may lead: to a path of this program and never to another origin. */
final class LocalPath {

    static final String HOME = "/";

    private LocalPath() {}

    /** The address if it is a path of our own, else the home page. */
    static String of(@Nullable String address) {
        return address != null && isLocal(address) ? address : HOME;
    }

    /** Browsers read a backslash as a slash and drop tabs and line ends, so neither may occur. */
    private static boolean isLocal(String address) {
        if (!address.startsWith("/")
                || address.startsWith("//")
                || address.chars().anyMatch(c -> c == '\\' || c <= ' ' || c == 127)) {
            return false;
        }
        try {
            URI uri = new URI(address);
            return uri.getScheme() == null && uri.getRawAuthority() == null;
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
