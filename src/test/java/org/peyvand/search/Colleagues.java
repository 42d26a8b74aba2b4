package org.peyvand.search;

import org.peyvand.testing.Api;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestProgram;

/** People of one installation, each with a token. */
final class Colleagues {

    static final Api ADMINISTRATOR = Api.of(TestProgram.shared());

    private Colleagues() {}

    static String team() {
        return ADMINISTRATOR
                .post("/teams", "{\"name\": \"تیم %s\"}".formatted(mark()))
                .expect(201)
                .id();
    }

    /** Somebody with a role, in a team. */
    static Api person(String team, String role) {
        String mark = mark();
        String user = ADMINISTRATOR
                .post("/users", """
                        {"name": "همکار %1$s", "email": "colleague-%1$s@example.ir", "team": "%2$s", "roles": ["%3$s"],
                         "password": "%4$s"}""".formatted(mark, team, role, TestProgram.PASSWORD))
                .expect(201)
                .id();
        String token = ADMINISTRATOR
                .post("/users/" + user + "/tokens", "{\"name\": \"test\"}")
                .expect(201)
                .text("token");
        return Api.of(TestProgram.shared(), token);
    }

    static String mark() {
        return Mark.fresh();
    }
}
