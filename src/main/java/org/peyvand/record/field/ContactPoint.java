package org.peyvand.record.field;

/**
 * One e-mail address or telephone number of somebody.
 *
 * @param value the address as written, or the number in E.164
 * @param type such as {@code work}, {@code home}, {@code mobile}, {@code fax} or {@code other}
 * @param primary whether it is the first one to use of its kind
 * @param optOut whether its owner does not want to be reached there
 * @param invalid whether messages come back from there
 */
public record ContactPoint(String value, String type, boolean primary, boolean optOut, boolean invalid) {

    public static final String MOBILE = "mobile";

    /** A primary one in good order. */
    public static ContactPoint primary(String value, String type) {
        return new ContactPoint(value, type, true, false, false);
    }

    public ContactPoint asPrimary(boolean first) {
        return new ContactPoint(value, type, first, optOut, invalid);
    }
}
