/** Reminders of tasks, meetings and calls. */
@NullMarked
package org.peyvand.activity.reminder;

import org.jspecify.annotations.NullMarked;
