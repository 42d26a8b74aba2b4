package org.peyvand.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says on a controller, or on one of its methods, who may call it. What a caller may do with records is decided by the
 * gates, not here. A method without any word of it is a bug and answers nobody.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Requires {

    Permission value();

    /** Who may call. */
    enum Permission {
        /** Anybody, signed in or not. */
        PUBLIC,
        /** Whoever has signed in or holds a token. */
        SIGNED_IN,
        /** Holders of the administrator's role. */
        ADMINISTRATOR
    }
}
