/** Doors and locks: sessions, tokens, passwords, throttling, forgery protection. */
@NullMarked
package org.peyvand.access.signin;

import org.jspecify.annotations.NullMarked;
