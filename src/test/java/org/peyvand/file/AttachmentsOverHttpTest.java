package org.peyvand.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.Api.Answer;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestProgram;

@Tag("database")
class AttachmentsOverHttpTest {

    private static final Api ADMINISTRATOR = Api.of(TestProgram.shared());
    private static final byte[] PDF = "%PDF-1.7\n0123456789".getBytes(StandardCharsets.ISO_8859_1);

    @Test
    void attachesListsHandsOutAndTakesOff() {
        String account = account(ADMINISTRATOR);
        String file = stored(ADMINISTRATOR, "قرارداد نهایی.pdf", PDF);

        Answer attached = attach(ADMINISTRATOR, account, file).expect(201);
        String id = attached.data().get(0).get("id").stringValue();

        assertThat(attached.header("Peyvand-Change-Set")).isNotEmpty();
        var listed = ADMINISTRATOR.get(files(account)).expect(200).data();
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).get("name").stringValue()).isEqualTo("قرارداد نهایی.pdf");
        assertThat(listed.get(0).get("mediaType").stringValue()).isEqualTo("application/pdf");
        assertThat(listed.get(0).get("sha256").stringValue()).hasSize(64);
        Answer content =
                ADMINISTRATOR.get(files(account) + "/" + id + "/content").expect(200);
        assertThat(content.text()).isEqualTo(new String(PDF, StandardCharsets.ISO_8859_1));
        assertThat(content.header("Content-Disposition"))
                .startsWith("attachment")
                .contains("filename*=UTF-8''%D9%82%D8%B1");
        assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");

        Answer removed = ADMINISTRATOR.delete(files(account) + "/" + id).expect(204);
        assertThat(ADMINISTRATOR.get(files(account)).data()).isEmpty();
        ADMINISTRATOR.get(files(account) + "/" + id + "/content").expect(404);
        ADMINISTRATOR
                .post("/change-sets/" + removed.header("Peyvand-Change-Set") + "/undo")
                .expect(200);
        assertThat(ADMINISTRATOR.get(files(account)).data()).hasSize(1);
        ADMINISTRATOR
                .post("/change-sets/" + attached.header("Peyvand-Change-Set") + "/undo")
                .expect(200);
        assertThat(ADMINISTRATOR.get(files(account)).data()).isEmpty();
    }

    @Test
    void answersRangesAndKnownContentBriefly() {
        String account = account(ADMINISTRATOR);
        String id = attach(ADMINISTRATOR, account, stored(ADMINISTRATOR, "a.pdf", PDF))
                .expect(201)
                .data()
                .get(0)
                .get("id")
                .stringValue();
        String content = files(account) + "/" + id + "/content";

        Answer part = ADMINISTRATOR.with("Range", "bytes=9-12").get(content).expect(206);

        assertThat(part.text()).isEqualTo("0123");
        assertThat(part.header("Content-Range")).isEqualTo("bytes 9-12/" + PDF.length);
        ADMINISTRATOR.with("Range", "bytes=900-").get(content).expect(416);
        String tag = ADMINISTRATOR.get(content).header("ETag");
        ADMINISTRATOR.with("If-None-Match", tag).get(content).expect(304);
    }

    @Test
    void takesNoPagesAndNoPrograms() {
        String account = account(ADMINISTRATOR);

        for (String content : new String[] {
            "<html><script>alert(1)</script></html>",
            "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            "MZ\u0090\0\u0003\0",
            "#!/bin/sh\nrm -rf /"
        }) {
            String file = stored(ADMINISTRATOR, "picture.png", content.getBytes(StandardCharsets.ISO_8859_1));
            Answer refused = attach(ADMINISTRATOR, account, file).expect(422);
            assertThat(refused.get("errors").get(0).get("code").stringValue()).isEqualTo("file-kind-not-taken");
        }
        attach(ADMINISTRATOR, account, UUID.randomUUID().toString()).expect(422);
        attach(ADMINISTRATOR, UUID.randomUUID().toString(), stored(ADMINISTRATOR, "a.pdf", PDF))
                .expect(404);
        assertThat(ADMINISTRATOR.get(files(account)).data()).isEmpty();
    }

    @Test
    void letsWhoSeesTheRecordSeeItsFiles() {
        String role = role("\"accounts\": {\"read\": \"own\", \"create\": \"own\", \"update\": \"own\"},"
                + " \"contacts\": {\"read\": \"all\"}");
        Api seller = person(role);
        String own = account(seller);
        String hidden = account(ADMINISTRATOR);
        String contact = ADMINISTRATOR
                .post("/contacts", "{\"lastName\": \"دیدنی\"}")
                .expect(201)
                .id();
        attach(seller, own, stored(seller, "own.pdf", PDF)).expect(201);
        String secret = first(attach(ADMINISTRATOR, hidden, stored(ADMINISTRATOR, "secret.pdf", PDF))
                .expect(201));
        ADMINISTRATOR
                .post("/contacts/" + contact + "/files", file(stored(ADMINISTRATOR, "seen.pdf", PDF)))
                .expect(201);

        assertThat(seller.get("/attachments").expect(200).text())
                .contains("own.pdf", "seen.pdf")
                .doesNotContain("secret.pdf");
        seller.get("/attachments/" + secret).expect(404);
        seller.get(files(hidden)).expect(404);
        seller.get(files(hidden) + "/" + secret + "/content").expect(404);
        seller.get(files(own) + "/" + secret + "/content").expect(404);
        attach(seller, hidden, stored(seller, "a.pdf", PDF)).expect(404);
        assertThat(seller.get("/contacts/" + contact + "/files").expect(200).data())
                .hasSize(1);
        seller.post("/contacts/" + contact + "/files", file(stored(seller, "a.pdf", PDF)))
                .expect(403);
        seller.delete("/contacts/" + contact + "/files/" + first(seller.get("/contacts/" + contact + "/files")))
                .expect(403);
        attach(seller, own, stored(ADMINISTRATOR, "foreign.pdf", PDF)).expect(422);
    }

    private static String first(Answer files) {
        return files.data().get(0).get("id").stringValue();
    }

    private static Answer attach(Api api, String account, String file) {
        return api.post(files(account), file(file));
    }

    private static String file(String id) {
        return "{\"file\": \"" + id + "\"}";
    }

    private static String files(String account) {
        return "/accounts/" + account + "/files";
    }

    private static String stored(Api api, String name, byte[] content) {
        return api.upload("/files", name, content, Map.of()).expect(201).id();
    }

    private static String account(Api api) {
        return api.post("/accounts", "{\"name\": \"شرکت %s\"}".formatted(UUID.randomUUID()))
                .expect(201)
                .id();
    }

    private static String role(String types) {
        String name = "role " + UUID.randomUUID();
        ADMINISTRATOR
                .post("/roles", "{\"name\": \"%s\", \"types\": {%s}}".formatted(name, types))
                .expect(201);
        return name;
    }

    private static Api person(String role) {
        String mark = Mark.fresh();
        String user = ADMINISTRATOR
                .post("/users", """
                        {"name": "فروشنده %1$s", "email": "seller-%1$s@example.ir", "roles": ["%2$s"], "password": "%3$s"}
                        """.formatted(mark, role, TestProgram.PASSWORD))
                .expect(201)
                .id();
        String token = ADMINISTRATOR
                .post("/users/" + user + "/tokens", "{\"name\": \"test\"}")
                .expect(201)
                .text("token");
        return Api.of(TestProgram.shared(), token);
    }
}
