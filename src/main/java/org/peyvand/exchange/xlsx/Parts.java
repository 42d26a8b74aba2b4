package org.peyvand.exchange.xlsx;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The XML parts of a workbook, which is a zip file. They are needed in another order than they stand in, so the file lies on
 * the disk while it is read. No part may blow up to more than a fixed multiple of what it takes, and no part may define
 * entities.
 */
final class Parts implements AutoCloseable {

    private static final int MOST_PARTS = 10_000;
    /** Honest sheets shrink to a tenth or a fiftieth; nothing but repetition shrinks further. */
    private static final long MOST_BLOWN_UP = 300;

    private static final long ALWAYS_ALLOWED = 16L << 20;
    private static final long LARGEST = 16L << 30;

    private final ZipFile zip;

    Parts(InputStream workbook) throws IOException {
        Path spooled = Files.createTempFile("peyvand", ".xlsx");
        try {
            Files.copy(workbook, spooled, StandardCopyOption.REPLACE_EXISTING);
            zip = new ZipFile(spooled.toFile());
        } finally {
            // The open file lives on without its name, and goes when it is closed, whatever kills the program.
            Files.deleteIfExists(spooled);
        }
        if (zip.size() > MOST_PARTS) {
            zip.close();
            throw Unreadable.tooLarge();
        }
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /** A part as a stream of XML events. */
    XMLStreamReader read(String name) throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw Unreadable.broken();
        }
        long most = Math.min(LARGEST, Math.max(ALWAYS_ALLOWED, entry.getCompressedSize() * MOST_BLOWN_UP));
        return factory().createXMLStreamReader(new Limited(zip.getInputStream(entry), most));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // The JDK counts the document itself as an entity of at most 100,000 characters; there are no others here.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        return factory;
    }

    /** Ends in a refusal instead of going on for ever. */
    private static final class Limited extends FilterInputStream {

        private long left;

        Limited(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw Unreadable.tooLarge();
            }
        }
    }
}
