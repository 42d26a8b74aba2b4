package org.peyvand.file;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What may be attached, told by what a file holds: neither its name nor what its sender claims counts. What a browser might
 * run as a page, and programs, are not among it.
 */
final class MediaKind {

    /** How much of a file tells what it is. */
    static final int BEGINNING = 4_096;

    private static final Set<String> SHOWN =
            Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf");

    private static final Pattern MARKUP = Pattern.compile(
            "<(!doctype|html|head|body|script|svg|iframe|math|xsl)\\b|<\\?php", Pattern.CASE_INSENSITIVE);

    /** A kind that begins with a sign of its own. */
    private record Sign(int at, String latin, String mediaType) {

        boolean matches(byte[] beginning) {
            byte[] sign = latin.getBytes(StandardCharsets.ISO_8859_1);
            if (beginning.length < at + sign.length) {
                return false;
            }
            for (int i = 0; i < sign.length; i++) {
                if (beginning[at + i] != sign[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Sign> SIGNS = List.of(
            new Sign(0, "%PDF-", "application/pdf"),
            new Sign(0, "\u0089PNG\r\n\u001a\n", "image/png"),
            new Sign(0, "\u00ff\u00d8\u00ff", "image/jpeg"),
            new Sign(0, "GIF87a", "image/gif"),
            new Sign(0, "GIF89a", "image/gif"),
            new Sign(8, "WEBP", "image/webp"),
            new Sign(0, "II*\0", "image/tiff"),
            new Sign(0, "MM\0*", "image/tiff"),
            new Sign(4, "ftypheic", "image/heic"),
            new Sign(4, "ftypmif1", "image/heic"),
            new Sign(4, "ftypM4A", "audio/mp4"),
            new Sign(4, "ftyp", "video/mp4"),
            new Sign(0, "ID3", "audio/mpeg"),
            new Sign(0, "\u00ff\u00fb", "audio/mpeg"),
            new Sign(8, "WAVE", "audio/wav"),
            new Sign(0, "OggS", "audio/ogg"),
            new Sign(0, "#!AMR", "audio/amr"),
            new Sign(0, "\u001aE\u00df\u00a3", "video/webm"),
            new Sign(0, "{\\rtf", "application/rtf"),
            new Sign(0, "7z\u00bc\u00af\u0027\u001c", "application/x-7z-compressed"),
            new Sign(0, "Rar!\u001a\u0007", "application/vnd.rar"),
            new Sign(0, "\u00d0\u00cf\u0011\u00e0", "application/x-ole-storage"));

    private MediaKind() {}

    /** The media type of a file that begins so, or nothing when such files are not taken. */
    static Optional<String> of(byte[] beginning) {
        for (Sign sign : SIGNS) {
            if (sign.matches(beginning)) {
                return Optional.of(sign.mediaType());
            }
        }
        if (new Sign(0, "PK\u0003\u0004", "").matches(beginning)) {
            return Optional.of(archive(beginning));
        }
        return text(beginning);
    }

    static boolean isShown(String mediaType) {
        return SHOWN.contains(mediaType);
    }

    /** Documents of office programs are archives whose first entries have well-known names. */
    private static String archive(byte[] beginning) {
        String names = new String(beginning, StandardCharsets.ISO_8859_1);
        if (names.contains("mimetypeapplication/vnd.oasis.opendocument.")) {
            return "application/vnd.oasis.opendocument";
        }
        String office = "application/vnd.openxmlformats-officedocument.";
        if (names.contains("xl/")) {
            return office + "spreadsheetml.sheet";
        }
        if (names.contains("word/")) {
            return office + "wordprocessingml.document";
        }
        return names.contains("ppt/") ? office + "presentationml.presentation" : "application/zip";
    }

    /** Text of any encoding has no zero bytes, UTF-16 aside, and no page of a browser begins it. */
    private static Optional<String> text(byte[] beginning) {
        boolean wide = beginning.length >= 2
                && (beginning[0] == (byte) 0xFF && beginning[1] == (byte) 0xFE
                        || beginning[0] == (byte) 0xFE && beginning[1] == (byte) 0xFF);
        for (byte each : beginning) {
            boolean control = each >= 0 && each < 0x20 && each != '\t' && each != '\n' && each != '\r' && each != '\f';
            if (control && !wide) {
                return Optional.empty();
            }
        }
        String latin = new String(beginning, StandardCharsets.ISO_8859_1).replace("\0", "");
        if (MARKUP.matcher(latin).find() || latin.startsWith("#!")) {
            return Optional.empty();
        }
        String words = latin.strip().toLowerCase(Locale.ROOT);
        return Optional.of(words.startsWith("<?xml") ? "application/xml" : "text/plain");
    }
}
