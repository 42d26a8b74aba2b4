package org.peyvand.file;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * The answer that hands a file of a record out. Nothing of it runs in our origin: what a browser cannot safely show is only
 * kept, what it shows is shown in a sandbox, and no browser may take a file for another kind than it is.
 */
final class AttachedContent extends AbstractResource {

    private static final Set<String> OWN_VIEWER = Set.of("application/pdf");

    private final AttachedFile file;
    private final Supplier<InputStream> content;

    private AttachedContent(AttachedFile file, Supplier<InputStream> content) {
        this.file = file;
        this.content = content;
    }

    static ResponseEntity<Resource> of(AttachedFile file, boolean download, Supplier<InputStream> content) {
        boolean shown = file.isShown() && !download;
        ContentDisposition disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        // Viewers of documents do not start in a sandbox; scripts of a document do not reach the page.
        String policy = "default-src 'none'" + (OWN_VIEWER.contains(file.mediaType()) ? "" : "; sandbox");
        return ResponseEntity.ok()
                .contentType(shown ? MediaType.parseMediaType(file.mediaType()) : MediaType.APPLICATION_OCTET_STREAM)
                .eTag("\"" + file.sha256() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", policy)
                .body(new AttachedContent(file, content));
    }

    @Override
    public InputStream getInputStream() {
        return content.get();
    }

    @Override
    public long contentLength() {
        return file.size();
    }

    @Override
    public String getDescription() {
        return "file " + file.file();
    }
}
