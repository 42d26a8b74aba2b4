package org.peyvand.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.TestProgram;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.ModelAndView;

class ApiProblemsTest {

    private final ApiProblems problems = TestProgram.shared().bean(ApiProblems.class);
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/notices/stream");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    /** Whoever listened and closed the page gets no answer, and the log no failure of the program. */
    @Test
    void leavesAStreamWhoseReaderIsGone() throws UnsupportedEncodingException {
        ModelAndView answer =
                problems.resolveException(request, response, null, new AsyncRequestNotUsableException("gone"));

        assertThat(answer)
                .isNotNull()
                .satisfies(done -> assertThat(done.isEmpty()).isTrue());
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString()).isEmpty();
    }

    @Test
    void answersAFailureOfTheProgram() {
        problems.resolveException(request, response, null, new IllegalStateException("a bug, as the test wants it"));

        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentType()).startsWith("application/problem+json");
    }
}
