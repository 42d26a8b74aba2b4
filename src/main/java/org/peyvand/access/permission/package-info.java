/** What roles grant: scopes, rules of fields, and the port of the record engine that asks for them. */
@NullMarked
package org.peyvand.access.permission;

import org.jspecify.annotations.NullMarked;
