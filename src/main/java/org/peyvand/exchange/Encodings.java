package org.peyvand.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * Tells the encoding of a text: by its mark, by the zero bytes of UTF-16, by being right UTF-8 from beginning to end, else it
 * is windows-1256, the old encoding of Persian. Statistical detectors take that for Cyrillic.
 */
final class Encodings {

    static final Charset WINDOWS_1256 = Charset.forName("windows-1256");

    private static final int SAMPLE = 64 * 1024;
    private static final double SURE = 0.9;

    private Encodings() {}

    static Charset detect(Supplier<InputStream> file) throws IOException {
        try (InputStream in = file.get()) {
            byte[] sample = in.readNBytes(SAMPLE);
            Charset wide = wide(sample);
            if (wide != null) {
                return wide;
            }
            return isUtf8(sample, in) ? StandardCharsets.UTF_8 : WINDOWS_1256;
        }
    }

    private static @org.jspecify.annotations.Nullable Charset wide(byte[] sample) {
        if (startsWith(sample, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(sample, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(sample, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        double even = likeHighBytes(sample, 0);
        double odd = likeHighBytes(sample, 1);
        return Math.max(even, odd) < SURE ? null : odd >= even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    /**
     * How many bytes of every second place are zero, as beside ASCII, six, as beside Persian letters, or twenty hexadecimal, as
     * beside a half-space.
     */
    private static double likeHighBytes(byte[] sample, int from) {
        int places = 0;
        int high = 0;
        boolean zero = false;
        for (int i = from; i < sample.length; i += 2) {
            places++;
            high += sample[i] == 0 || sample[i] == 6 || sample[i] == 0x20 ? 1 : 0;
            zero |= sample[i] == 0;
        }
        return zero ? (double) high / places : 0;
    }

    private static boolean startsWith(byte[] sample, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (sample.length <= i || (sample[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(byte[] sample, InputStream rest) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer sink = CharBuffer.allocate(SAMPLE + 16);
        ByteBuffer bytes = ByteBuffer.allocate(SAMPLE + 16);
        byte[] part = sample;
        while (part.length > 0) {
            bytes.put(part).flip();
            sink.clear();
            if (decoder.decode(bytes, sink, false).isError()) {
                return false;
            }
            bytes.compact();
            part = rest.readNBytes(SAMPLE);
        }
        bytes.flip();
        sink.clear();
        return !decoder.decode(bytes, sink, true).isError();
    }
}
