package org.peyvand.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.record.Actor;
import org.peyvand.record.Refusal;
import org.peyvand.testing.Api;
import org.peyvand.testing.Api.Answer;
import org.peyvand.testing.TestProgram;

/** The room that an operator gives to the files of records. */
@Tag("database")
class AttachmentLimitsTest {

    private static final int KB = 1024;
    private static final int LARGEST = 1024 * KB;

    private static TestProgram program;
    private static Api api;

    private String account;

    @BeforeAll
    static void start() {
        program = TestProgram.start("PEYVAND_ATTACHMENT_LIMIT=1MB", "PEYVAND_ATTACHMENTS_LIMIT=1536KB");
        api = Api.of(program).with("Accept-Language", "en");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @BeforeEach
    void anAccountOfItsOwnAndAllTheRoom() {
        for (var each : api.get("/attachments").expect(200).data()) {
            api.delete("/attachments/" + each.get("id").stringValue()).expect(204);
        }
        account = api.post("/accounts", "{\"name\": \"بایگانی\"}").expect(201).id();
    }

    @Test
    void fileUpToTheLimitIsAttachedAndALargerOneRefused() {
        attach(stored(LARGEST)).expect(201);

        Answer refused = attach(stored(LARGEST + 1)).expect(422);

        assertThat(problem(refused, "code")).isEqualTo("file-too-large");
        assertThat(problem(refused, "message")).isEqualTo("The file is larger than 1 MB.");
        assertThat(attached()).isEqualTo(1);
    }

    @Test
    void largerFileOfThePageLeavesNothingBehind() {
        var attachments = program.bean(Attachments.class);

        assertThat(attachments.largest()).isEqualTo(LARGEST);
        assertThatThrownBy(() -> attachments.keep(
                        Actor.system(), "too large.pdf", new ByteArrayInputStream(content(LARGEST + 1))))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("file-too-large");
        assertThat(program.database().sql().fetchValue("select count(*) from file where name = 'too large.pdf'"))
                .isEqualTo(0L);
    }

    @Test
    void filesTogetherFillTheRoomAndNoMore() {
        attach(stored(LARGEST)).expect(201);

        Answer refused = attach(stored(512 * KB + 1)).expect(422);
        attach(stored(512 * KB)).expect(201);

        assertThat(problem(refused, "code")).isEqualTo("no-room-for-files");
        assertThat(problem(refused, "message"))
                .isEqualTo("There is no room for more attachments. Ask your administrator for some.");
        assertThat(problem(attach(stored(20)).expect(422), "code")).isEqualTo("no-room-for-files");
        assertThat(attached()).isEqualTo(2);
    }

    @Test
    void filesOfOneCallCountTogether() {
        Answer refused = attach(stored(LARGEST), stored(512 * KB + 1)).expect(422);

        assertThat(problem(refused, "code")).isEqualTo("no-room-for-files");
        assertThat(attached()).isZero();
        attach(stored(LARGEST), stored(512 * KB)).expect(201);
    }

    @Test
    void fileThatIsTakenOffMakesRoom() {
        String first =
                attach(stored(LARGEST)).expect(201).data().get(0).get("id").stringValue();
        attach(stored(LARGEST)).expect(422);

        api.delete("/accounts/" + account + "/files/" + first).expect(204);

        attach(stored(LARGEST)).expect(201);
    }

    private Answer attach(String... files) {
        String ids = Stream.of(files).map(id -> "\"" + id + "\"").collect(Collectors.joining(", "));
        return api.post("/accounts/" + account + "/files", "{\"files\": [" + ids + "]}");
    }

    private int attached() {
        return api.get("/accounts/" + account + "/files").expect(200).data().size();
    }

    private static String problem(Answer refused, String member) {
        return refused.get("errors").get(0).get(member).stringValue();
    }

    private static String stored(int size) {
        return api.upload("/files", "a.pdf", content(size), Map.of())
                .expect(201)
                .id();
    }

    private static byte[] content(int size) {
        return Arrays.copyOf("%PDF-1.7\n".getBytes(StandardCharsets.ISO_8859_1), size);
    }
}
