package org.peyvand.web.record;

/** Something to do about a record: what, when, and which fields say that it is done or put off. */
public record ToDo(
        String title,
        String href,
        String icon,
        String due,
        boolean late,
        int version,
        String statusField,
        String done,
        String dueField) {}
