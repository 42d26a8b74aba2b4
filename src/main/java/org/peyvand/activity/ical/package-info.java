/** The calendar as other programs read it: a private feed and files of meetings, after RFC 5545. */
@NullMarked
package org.peyvand.activity.ical;

import org.jspecify.annotations.NullMarked;
