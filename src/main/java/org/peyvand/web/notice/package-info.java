/** The pages of what people are told: the list behind the bell, the choices, and the button to follow a record. */
@NullMarked
package org.peyvand.web.notice;

import org.jspecify.annotations.NullMarked;
