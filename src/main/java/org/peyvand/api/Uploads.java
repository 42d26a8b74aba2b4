package org.peyvand.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.file.Files;
import org.peyvand.file.StoredFile;
import org.peyvand.record.Actor;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;
import org.peyvand.record.field.InvalidValue;
import org.peyvand.record.field.UuidType;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.util.WebUtils;
import tools.jackson.databind.JsonNode;

/** Reads the parts of uploads. */
@Component
final class Uploads {

    static final String FILE = "file";

    private final Files files;

    Uploads(Files files) {
        this.files = files;
    }

    /** The parts of the request, none of them unknown. */
    MultipartHttpServletRequest parts(HttpServletRequest request, Set<String> known)
            throws HttpMediaTypeNotSupportedException {
        MultipartHttpServletRequest parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (parts == null) {
            throw new HttpMediaTypeNotSupportedException(
                    MediaType.valueOf(request.getContentType() == null ? "*/*" : request.getContentType()),
                    List.of(MediaType.MULTIPART_FORM_DATA));
        }
        Set<String> names = new java.util.TreeSet<>(parts.getMultiFileMap().keySet());
        try {
            parts.getParts().forEach(part -> names.add(part.getName()));
        } catch (IOException | jakarta.servlet.ServletException unreadable) {
            throw new Refusal.Malformed("bad-request");
        }
        for (String name : names) {
            if (!known.contains(name)) {
                throw Refusal.Malformed.about(name, "unknown-field", name);
            }
        }
        return parts;
    }

    /** Keeps the file of an upload. */
    StoredFile store(Actor actor, MultipartHttpServletRequest parts) throws MissingServletRequestPartException {
        MultipartFile file = parts.getFile(FILE);
        if (file == null) {
            throw new MissingServletRequestPartException(FILE);
        }
        String name = file.getOriginalFilename();
        String type = file.getContentType();
        try (InputStream content = file.getInputStream()) {
            return files.store(
                    actor,
                    name == null || name.isBlank() ? FILE : name,
                    type == null ? MediaType.APPLICATION_OCTET_STREAM_VALUE : type,
                    content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The file of an upload that names one stored before instead of bringing one. */
    @Nullable
    UUID stored(Actor actor, MultipartHttpServletRequest parts) {
        String id = text(parts, FILE);
        if (id == null || parts.getFile(FILE) != null) {
            return null;
        }
        try {
            UUID file = UuidType.parse(id);
            return files.find(actor, file)
                    .map(StoredFile::id)
                    .orElseThrow(() -> new Refusal.Invalid(List.of(Problem.of(FILE, "unknown-file"))));
        } catch (InvalidValue invalid) {
            throw new Refusal.Invalid(List.of(Problem.of(FILE, invalid)));
        }
    }

    void forget(UUID file) {
        files.delete(file);
    }

    static @Nullable String text(MultipartHttpServletRequest parts, String name) {
        String text = parts.getParameter(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    static @Nullable JsonNode json(MultipartHttpServletRequest parts, String name) {
        String text = text(parts, name);
        return text == null ? null : ApiJson.parse(text);
    }
}
