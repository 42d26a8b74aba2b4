/** The administrator's page of working hours and holidays, and sums in working time over the API. */
@NullMarked
package org.peyvand.activity.worktime;

import org.jspecify.annotations.NullMarked;
