/** Records with a day or a moment on a calendar: month, week and day, in the reader's calendar. */
@NullMarked
package org.peyvand.web.calendar;

import org.jspecify.annotations.NullMarked;
