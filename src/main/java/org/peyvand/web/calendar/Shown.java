package org.peyvand.web.calendar;

import org.jspecify.annotations.Nullable;
import org.peyvand.record.query.Condition;

/**
 * Which records of a type stand on a calendar.
 *
 * @param words by which they are found, or null
 */
record Shown(Dated dated, Condition filter, @Nullable String words) {}
