package org.peyvand.record.query;

import org.peyvand.record.RecordRef;

/**
 * Something found.
 *
 * @param name the title of the record
 * @param subtitle what tells it from others of that name, possibly empty
 * @param score from 0 to 1, higher is better
 */
public record Hit(RecordRef ref, String name, String subtitle, double score) {}
