package org.peyvand.access.signin;

import java.io.Serializable;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/**
 * Proof that somebody came in; kept in the session, so it holds nothing that could grow old.
 *
 * @param token the API token they came with, if any
 */
public record SignedIn(UUID user, @Nullable UUID token) implements Principal, Serializable {

    /** The identifier of the user, by which their sessions are found. */
    @Override
    public String getName() {
        return user.toString();
    }

    Authentication authentication() {
        return UsernamePasswordAuthenticationToken.authenticated(this, null, List.of());
    }
}
