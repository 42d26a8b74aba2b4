package org.peyvand.web;

/** The round letter of a person or square letter of a company: always the same letter and hue for the same name. */
public final class Avatar {

    private static final int HUES = 12;

    private Avatar() {}

    /** The first letter, upper case where the script has cases. */
    public static String letter(String name) {
        return name.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .findFirst()
                .map(letter -> letter.toUpperCase(java.util.Locale.ROOT))
                .orElse("•");
    }

    /** The class of one of the twelve hues of the style sheet. */
    public static String hue(String name) {
        return "h" + (Math.floorMod(name.strip().hashCode() * 31, HUES) + 1);
    }
}
