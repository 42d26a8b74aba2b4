package org.peyvand.record.field;

import java.util.List;

/**
 * A value that a field cannot take. The code is stable and names a message {@code problem.<code>} in both languages; it
 * carries no stack trace because thousands may occur in one import.
 */
public final class InvalidValue extends RuntimeException {

    private final String code;
    private final transient List<String> arguments;

    public InvalidValue(String code, String... arguments) {
        super(code, null, false, false);
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public String code() {
        return code;
    }

    public List<String> arguments() {
        return arguments;
    }
}
