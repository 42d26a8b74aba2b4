/** The administrator's pages: users, teams and roles. */
@NullMarked
package org.peyvand.web.admin;

import org.jspecify.annotations.NullMarked;
