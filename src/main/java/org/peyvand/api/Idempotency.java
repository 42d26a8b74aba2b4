package org.peyvand.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Refusal;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Honours {@code Idempotency-Key} on POST for 24 hours. The key, what was asked and what was answered are stored in the
 * transaction of the write itself, so that of parallel twins one works and the others wait for its answer. A refused call
 * stores nothing and may be sent again.
 */
@Component
@Order(Idempotency.AFTER_SECURITY)
final class Idempotency extends OncePerRequestFilter {

    static final int AFTER_SECURITY = 0;
    private static final int LONGEST_KEY = 255;
    private static final List<String> HEADERS = List.of("Location", "ETag", Answers.CHANGE_SET, "Content-Type");

    private final DSLContext sql;
    private final TransactionTemplate transaction;
    private final HandlerExceptionResolver problems;

    Idempotency(DSLContext sql, TransactionTemplate transaction, ApiProblems problems) {
        this.sql = sql;
        this.transaction = transaction;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !request.getRequestURI().startsWith("/api/")
                || request.getHeader("Idempotency-Key") == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        String key = request.getHeader("Idempotency-Key");
        try {
            if (caller == null) {
                chain.doFilter(request, response);
                return;
            }
            if (key.isBlank() || key.length() > LONGEST_KEY) {
                throw Refusal.Malformed.about("Idempotency-Key", "bad-idempotency-key");
            }
            Repeatable repeatable = new Repeatable(request);
            Asked asked = new Asked(caller.getName() + "\n" + key, hash(repeatable));
            transaction.executeWithoutResult(status -> {
                if (!once(asked, repeatable, response, chain)) {
                    status.setRollbackOnly();
                }
            });
        } catch (Refusal | ApiJson.TooLarge refusal) {
            problems.resolveException(request, response, null, refusal);
        }
    }

    private record Asked(String key, String hash) {}

    /** Answers from the store or does the work; false when the work was refused and must leave nothing. */
    private boolean once(Asked asked, HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        sql.execute("delete from idempotency where key = ? and at < now() - interval '24 hours'", asked.key());
        int begun = sql.execute(
                "insert into idempotency (key, hash) values (?, ?) on conflict (key) do nothing",
                asked.key(),
                asked.hash());
        try {
            if (begun == 0) {
                replay(asked, response);
                return true;
            }
            ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
            chain.doFilter(request, answer);
            boolean done = answer.getStatus() < 400;
            if (done) {
                store(asked, answer);
            }
            answer.copyBodyToResponse();
            return done;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (ServletException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void store(Asked asked, ContentCachingResponseWrapper answer) {
        ObjectNode headers = ApiJson.MAPPER.createObjectNode();
        for (String name : HEADERS) {
            String value = name.equals("Content-Type") ? answer.getContentType() : answer.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        sql.execute(
                "update idempotency set status = ?, headers = ?::jsonb, body = ? where key = ?",
                answer.getStatus(),
                headers.toString(),
                answer.getContentAsByteArray(),
                asked.key());
    }

    private void replay(Asked asked, HttpServletResponse response) throws IOException {
        Record stored = sql.fetchOne("select hash, status, headers, body from idempotency where key = ?", asked.key());
        if (stored == null || stored.get("status") == null) {
            throw new Refusal.Conflict("idempotency-in-progress");
        }
        if (!asked.hash().equals(stored.get("hash", String.class))) {
            throw new Refusal.Conflict("idempotency-key-reused");
        }
        response.setStatus(stored.get("status", Integer.class));
        ApiJson.parse(stored.get("headers", String.class))
                .properties()
                .forEach(header ->
                        response.setHeader(header.getKey(), header.getValue().asString()));
        response.getOutputStream().write(stored.get("body", byte[].class));
    }

    /** Method, path, query and body; of an upload its parts, since the signs between them differ from one sending to the next. */
    private static String hash(Repeatable request) throws IOException, ServletException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String line = request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString() + "\n";
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            if (request.isUpload()) {
                addParts(request, digest);
            } else {
                digest.update(request.body());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What cannot be taken apart, such as too large an upload, is refused further on and leaves no key. */
    private static void addParts(HttpServletRequest request, MessageDigest digest) throws ServletException {
        try {
            for (Part part : request.getParts()) {
                add(part, digest);
            }
        } catch (IOException | IllegalStateException unreadable) {
            digest.update((byte) 0);
        }
    }

    private static void add(Part part, MessageDigest digest) throws IOException {
        String line = "\n" + part.getName() + "\n" + part.getSubmittedFileName() + "\n" + part.getSize() + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        try (InputStream content = part.getInputStream()) {
            content.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
    }

    /** A request whose body, unless it is an upload, can be read again. */
    private static final class Repeatable extends HttpServletRequestWrapper {

        private final byte @Nullable [] bytes;

        Repeatable(HttpServletRequest request) throws IOException {
            super(request);
            String type = request.getContentType();
            bytes = type != null && type.startsWith("multipart/") ? null : ApiJson.bytes(request.getInputStream());
        }

        boolean isUpload() {
            return bytes == null;
        }

        byte[] body() {
            return bytes == null ? new byte[0] : bytes;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return bytes == null ? super.getInputStream() : new Bytes(bytes);
        }
    }

    private static final class Bytes extends ServletInputStream {

        private final ByteArrayInputStream in;

        Bytes(byte[] bytes) {
            in = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return in.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return in.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("the body is read synchronously");
        }
    }
}
