package org.peyvand.web;

/**
 * Something to correct in a form.
 *
 * @param field the element id of the control, which the summary links to
 * @param message what to do, in the reader's language
 */
public record Problem(String field, String message) {}
