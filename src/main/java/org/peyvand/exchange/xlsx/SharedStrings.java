package org.peyvand.exchange.xlsx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a workbook, which its cells name by number. A sheet of a million rows may have ten million of them, so they are
 * read only as far as cells ask and lie on the disk in blocks, of which the last used stay in memory.
 */
final class SharedStrings implements AutoCloseable {

    private static final int BLOCK = 64;
    private static final int BLOCKS_IN_MEMORY = 4_096;
    private static final int MOST = 20_000_000;
    private static final long LARGEST = 2L << 30;

    private final @Nullable XMLStreamReader xml;
    private final FileChannel disk;
    private final Map<Integer, List<String>> blocks = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<String>> eldest) {
            return size() > BLOCKS_IN_MEMORY;
        }
    };
    private long[] ends = new long[64];
    private List<String> filling = new ArrayList<>(BLOCK);
    private int count;

    /** @param xml the part that holds them, or null when the workbook has none */
    SharedStrings(@Nullable XMLStreamReader xml) throws IOException {
        this.xml = xml;
        Path file = Files.createTempFile("peyvand", ".strings");
        this.disk = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        Files.deleteIfExists(file);
    }

    String get(int index) throws IOException, XMLStreamException {
        while (index >= count) {
            if (!readNext()) {
                throw Unreadable.broken();
            }
        }
        int block = index / BLOCK;
        if (block == count / BLOCK) {
            return filling.get(index % BLOCK);
        }
        List<String> texts = blocks.get(block);
        if (texts == null) {
            texts = load(block);
            blocks.put(block, texts);
        }
        return texts.get(index % BLOCK);
    }

    @Override
    public void close() throws IOException {
        disk.close();
    }

    private boolean readNext() throws IOException, XMLStreamException {
        while (xml != null && xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals("si")) {
                add(Texts.read(xml, "si"));
                return true;
            }
        }
        return false;
    }

    private void add(String text) throws IOException {
        if (count == MOST) {
            throw Unreadable.tooLarge();
        }
        filling.add(text);
        count++;
        if (filling.size() == BLOCK) {
            store(count / BLOCK - 1);
        }
    }

    private void store(int block) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(BLOCK * 32);
        DataOutputStream out = new DataOutputStream(bytes);
        for (String text : filling) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(utf8.length);
            out.write(utf8);
        }
        long start = block == 0 ? 0 : ends[block - 1];
        if (start + bytes.size() > LARGEST) {
            throw Unreadable.tooLarge();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray());
        for (long at = start; buffer.hasRemaining(); ) {
            at += disk.write(buffer, at);
        }
        ends = block == ends.length ? Arrays.copyOf(ends, block * 2) : ends;
        ends[block] = start + bytes.size();
        blocks.put(block, filling);
        filling = new ArrayList<>(BLOCK);
    }

    private List<String> load(int block) throws IOException {
        long start = block == 0 ? 0 : ends[block - 1];
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(ends[block] - start));
        while (buffer.hasRemaining()) {
            if (disk.read(buffer, start + buffer.position()) < 0) {
                throw new IllegalStateException("Block " + block + " of the shared texts ended early");
            }
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(buffer.array()));
        List<String> texts = new ArrayList<>(BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            texts.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
        }
        return texts;
    }
}
