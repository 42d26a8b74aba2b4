package org.peyvand.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peyvand.testing.Api;

/** Stars belong to who gave them, and show nothing that their giver may not see. */
@Tag("database")
class FavouritesOverHttpTest {

    private String team = "";
    private Api seller = Colleagues.ADMINISTRATOR;

    @BeforeEach
    void hire() {
        team = Colleagues.team();
        seller = Colleagues.person(team, "seller");
    }

    @Test
    void keepsStarsInTheOrderOfTheHandThatArrangedThem() {
        String first = account();
        String second = account();
        star(first);
        star(second);
        star(second);

        assertThat(starred()).containsExactly(second, first);
        seller.put("/favourites", "{\"order\": [\"%s\", \"%s\"]}".formatted(first, second))
                .expect(204);
        assertThat(starred()).containsExactly(first, second);
        seller.delete("/favourites/accounts/" + first).expect(204);
        assertThat(starred()).containsExactly(second);
    }

    @Test
    void starsViewsToo() {
        String view = seller.post("/views", "{\"name\": \"همه\", \"type\": \"accounts\"}")
                .expect(201)
                .id();

        seller.put("/favourites/views/" + view, "{}").expect(204);

        assertThat(starred()).containsExactly(view);
    }

    @Test
    void showsNothingThatWentOutOfSight() {
        String account = account();
        star(account);

        seller.delete("/accounts/" + account).expect(204);

        assertThat(starred()).isEmpty();
        Colleagues.person(Colleagues.team(), "seller")
                .put("/favourites/accounts/" + account, "{}")
                .expect(404);
    }

    private String account() {
        return seller.post("/accounts", "{\"name\": \"ستاره %s\"}".formatted(Colleagues.mark()))
                .expect(201)
                .id();
    }

    private void star(String account) {
        seller.put("/favourites/accounts/" + account, "{}").expect(204);
    }

    private List<String> starred() {
        return seller.get("/favourites")
                .expect(200)
                .data()
                .valueStream()
                .map(each -> each.get("id").stringValue())
                .toList();
    }
}
