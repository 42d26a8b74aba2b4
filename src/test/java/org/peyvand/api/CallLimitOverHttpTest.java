package org.peyvand.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.Api.Answer;
import org.peyvand.testing.TestProgram;

/** Too many calls are refused with the time to wait, per user and, for strangers, per address. */
class CallLimitOverHttpTest {

    private static final TestProgram program = TestProgram.start("PEYVAND_API_CALLS_PER_MINUTE=100");

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void refusesWhatIsTooMuchAndSaysWhenToComeAgain() {
        List<Answer> answers = IntStream.range(0, 150)
                .mapToObj(call -> Api.of(program).with("Accept-Language", "en").get("/tags?limit=1"))
                .toList();

        assertThat(answers.getFirst().status()).isEqualTo(200);
        assertThat(answers.getFirst().header("RateLimit-Limit")).isEqualTo("100");
        assertThat(answers.getFirst().header("RateLimit-Remaining")).isEqualTo("99");
        Answer refused = answers.stream()
                .filter(answer -> answer.status() != 200)
                .findFirst()
                .orElseThrow()
                .expect(429);
        assertThat(refused.text("code")).isEqualTo("too-many-calls");
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);

        Api stranger = Api.of(program, "x".repeat(40));
        List<Integer> strangers = IntStream.range(0, 15)
                .mapToObj(call -> stranger.get("/tags").status())
                .toList();
        assertThat(strangers).startsWith(401).contains(429);
    }
}
