package org.peyvand.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;
import org.peyvand.testing.Mark;
import org.peyvand.testing.TestProgram;
import org.peyvand.testing.Visitor;

/** Who has the places of administration in the side bar, and in which order. */
class AdministratorSectionTest {

    private static final TestProgram program = TestProgram.shared();

    @Test
    void administratorsHaveAllOfItsPlacesInOneOrder() {
        List<String> places = places(Visitor.signedIn(program).get("/contacts").body());

        assertThat(places)
                .containsExactly(
                        "/admin/users",
                        "/admin/teams",
                        "/admin/roles",
                        "/admin/types",
                        "/admin/fields",
                        "/admin/tags",
                        "/admin/exports",
                        "/admin/messages",
                        "/admin/sms",
                        "/admin/work-time");
    }

    @Test
    void nobodyElseHasAny() {
        String email = "seller-" + Mark.fresh() + "@example.ir";
        Api.of(program)
                .post("/users", """
                        {"name": "فروشنده", "email": "%s", "roles": ["sales manager"], "password": "%s"}
                        """.formatted(email, TestProgram.PASSWORD))
                .expect(201);

        String page = Visitor.signedIn(program, email, TestProgram.PASSWORD)
                .get("/contacts")
                .body();

        assertThat(page).contains("href=\"/contacts\"");
        assertThat(places(page)).isEmpty();
    }

    private static List<String> places(String page) {
        return Stream.of(page.substring(page.indexOf("id=\"side\""), page.indexOf("<main"))
                        .split("href=\""))
                .map(part -> part.split("\"")[0])
                .filter(href -> href.startsWith("/admin/"))
                .toList();
    }
}
