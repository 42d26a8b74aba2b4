package org.peyvand.web.settings;

import java.util.List;
import org.peyvand.web.Choice;

/** A choice a reader makes; an empty value leaves it to the installation. */
public record Preference(String name, String label, List<Choice> choices, String value) {}
