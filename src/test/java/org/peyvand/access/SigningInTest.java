package org.peyvand.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peyvand.access.signin.RandomText;
import org.peyvand.record.Actor;
import org.peyvand.record.Refusal;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.write.Batch;
import org.peyvand.record.write.Draft;
import org.peyvand.record.write.Write;
import org.peyvand.record.write.WriteGate;
import org.peyvand.record.write.Written;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.JsonNodeFactory;

/** Coming in, staying in and being put out. */
class SigningInTest extends AccessOverHttp {

    private static final String PLANTED = "ZmFjZWZhY2UtMDAwMC00MDAwLTgwMDAtMDAwMDAwMDAwMDAw";

    @Autowired
    Users users;

    @Autowired
    Tokens tokens;

    @Autowired
    Invitations invitations;

    @Autowired
    Actors actors;

    @Autowired
    WriteGate gate;

    @Autowired
    ReadGate reads;

    @Autowired
    DSLContext sql;

    @BeforeEach
    void forgetGuesses() {
        sql.execute("delete from sign_in_throttle");
    }

    @Test
    void letsTheFirstAdministratorIn() throws Exception {
        var browser = browser();

        var answer = browser.signIn(ADMIN, PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/");
        assertThat(browser.isSignedIn()).isTrue();
        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("peyvand="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void refusesWrongPasswordsAndUnknownPeopleAlike() throws Exception {
        var wrong = browser().signIn(ADMIN, "not the password");
        var unknown = browser().signIn("nobody@example.ir", "not the password");

        assertThat(wrong.headers().firstValue("Location")).hasValue("/login?error");
        assertThat(unknown.headers().firstValue("Location")).hasValue("/login?error");
    }

    @Test
    void holdsAgainstTwoHundredGuessesAtOnce() throws Exception {
        var user = colleague("guessed@example.ir");
        var browser = browser();
        browser.get("/login");
        List<Callable<Integer>> guesses = IntStream.range(0, 200)
                .<Callable<Integer>>mapToObj(guess -> () ->
                        browser.signIn("guessed@example.ir", "guess " + guess).statusCode())
                .toList();

        List<Integer> answers;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = pool.invokeAll(guesses).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
        }
        var right = browser().signIn("guessed@example.ir", PASSWORD);

        assertThat(user).isNotNull();
        assertThat(answers).containsOnly(303, 429);
        assertThat(answers).filteredOn(status -> status == 303).hasSizeLessThanOrEqualTo(10);
        assertThat(right.statusCode()).isEqualTo(429);
        assertThat(right.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
    }

    @Test
    void givesEverySignInANewSession() throws Exception {
        var browser = browser();
        browser.plant("peyvand", PLANTED);

        var first = session(browser.signIn(ADMIN, PASSWORD));
        var second = session(browser.signIn(ADMIN, PASSWORD));

        assertThat(first).isNotEmpty().isNotEqualTo(PLANTED);
        assertThat(second).isNotEmpty().isNotEqualTo(first);
    }

    @Test
    void leadsToOwnPathsOnly() throws Exception {
        for (var foreign : List.of("//evil.example", "https://evil.example", "/\\evil.example", "/\t/evil.example")) {
            var answer = browser().post("/login", Map.of("username", ADMIN, "password", PASSWORD, "next", foreign));

            assertThat(answer.headers().firstValue("Location")).hasValue("/");
        }
        var own =
                browser().post("/login", Map.of("username", ADMIN, "password", PASSWORD, "next", "/leads?view=board"));

        assertThat(own.headers().firstValue("Location")).hasValue("/leads?view=board");
    }

    @Test
    void endsSessionsAndTokensOfWhoIsKeptOut() throws Exception {
        var user = colleague("leaver@example.ir");
        var browser = browser();
        browser.signIn("leaver@example.ir", PASSWORD);
        var token = tokens.create(admin(), user, "script", null).token();
        assertThat(browser.isSignedIn()).isTrue();
        assertThat(api("/api/v1/nothing", token).statusCode()).isNotEqualTo(401);

        users.deactivate(admin(), user);

        assertThat(browser.isSignedIn()).isFalse();
        assertThat(api("/api/v1/nothing", token).statusCode()).isEqualTo(401);
        assertThat(browser().signIn("leaver@example.ir", PASSWORD).headers().firstValue("Location"))
                .hasValue("/login?error");
    }

    @Test
    void endsOtherSessionsWhenThePasswordChanges() throws Exception {
        var user = colleague("changer@example.ir");
        var browser = browser();
        browser.signIn("changer@example.ir", PASSWORD);

        users.setPassword(admin(), user, null, "another password", null);

        assertThat(browser.isSignedIn()).isFalse();
        assertThat(browser()
                        .signIn("changer@example.ir", "another password")
                        .headers()
                        .firstValue("Location"))
                .hasValue("/");
    }

    @Test
    void writesASessionAtMostOnceAMinute() throws Exception {
        var browser = browser();
        browser.signIn(ADMIN, PASSWORD);
        browser.isSignedIn();
        var before = sql.fetch("select session_id, xmin::text from spring_session order by 1");

        browser.isSignedIn();
        browser.isSignedIn();

        assertThat(sql.fetch("select session_id, xmin::text from spring_session order by 1"))
                .isEqualTo(before);
    }

    @Test
    void keepsTokensAsHashesAndForgetsExpiredOnes() throws Exception {
        var user = colleague("programmer@example.ir");
        var made = tokens.create(admin(), user, "nightly", Instant.now().plus(Duration.ofHours(1)));

        var row = sql.fetchSingle("select hash, prefix from api_token where id = {0}", DSL.val(made.id()));
        var valid = api("/api/v1/nothing", made.token()).statusCode();
        sql.execute("update api_token set expires_at = now() where id = {0}", DSL.val(made.id()));

        assertThat(row.get("hash", byte[].class)).isEqualTo(RandomText.hash(made.token()));
        assertThat(made.token()).startsWith(row.get("prefix", String.class)).hasSizeGreaterThan(40);
        assertThat(valid).isNotEqualTo(401);
        assertThat(api("/api/v1/nothing", made.token()).statusCode()).isEqualTo(401);
    }

    @Test
    void letsANewUserInByTheirFirstToken() throws Exception {
        var user = made(users.create(admin(), null, Draft.of(User.NAME, "Robot"), null));

        var token = tokens.create(admin(), user, "robot", null).token();

        assertThat(api("/api/v1/nothing", token).statusCode()).isNotEqualTo(401);
    }

    @Test
    void usesALinkOnce() throws Exception {
        var user = made(users.create(
                admin(), null, Draft.of(User.NAME, "Newcomer").set(User.EMAIL, "newcomer@example.ir"), null));
        var token = invitations.link(admin(), user).replaceAll(".*token=", "");

        invitations.accept(token, null, "my first password");

        assertThat(browser()
                        .signIn("newcomer@example.ir", "my first password")
                        .headers()
                        .firstValue("Location"))
                .hasValue("/");
        assertThat(invitations.find(token)).isEmpty();
        assertThatThrownBy(() -> invitations.accept(token, null, "stolen password"))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void letsNoGenericDoorChangeRolesOrTheActiveState() {
        var user = colleague("climber@example.ir");
        var roles = Roles.references(Map.of(UUID.randomUUID(), "administrator"));

        for (var draft : List.of(Draft.of(User.ROLES, roles), Draft.of(User.ACTIVE, false))) {
            assertThatThrownBy(() -> gate.write(admin(), Batch.of(new Write.Update(User.TYPE, user, null, draft))))
                    .isInstanceOf(Refusal.Invalid.class);
            assertThatThrownBy(() -> gate.write(
                            admin(),
                            Batch.of(new Write.Update(User.TYPE, user, null, draft))
                                    .internal()))
                    .isInstanceOf(Refusal.Invalid.class);
        }
    }

    @Test
    void letsARoleTakeEffectAtOnce() {
        var user = colleague("riser@example.ir");
        var before = reads.find(actors.find(user, Actor.Kind.USER).orElseThrow(), User.TYPE, user);

        users.setRoles(admin(), user, JsonNodeFactory.instance.arrayNode().add("read-only"));

        assertThat(before).isEmpty();
        assertThat(reads.find(actors.find(user, Actor.Kind.USER).orElseThrow(), User.TYPE, user))
                .isPresent();
    }

    @Test
    void leavesSomebodyToAdminister() {
        var administrator = Objects.requireNonNull(admin().user());

        assertThatThrownBy(() -> users.setRoles(admin(), administrator, JsonNodeFactory.instance.arrayNode()))
                .isInstanceOf(Refusal.Conflict.class);
        assertThatThrownBy(() -> users.deactivate(admin(), administrator)).isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void keepsTeamsATree() {
        var top = team("North", null);
        var below = team("Tabriz", top);

        assertThatThrownBy(() -> gate.write(
                        admin(), Batch.of(new Write.Update(Team.TYPE, top, null, Draft.of(Team.PARENT, below)))))
                .isInstanceOf(Refusal.Invalid.class);
    }

    private Actor admin() {
        var id = sql.resultQuery("select id from app_user where email = {0}", DSL.val(ADMIN))
                .fetchSingle(0, UUID.class);
        return actors.find(Objects.requireNonNull(id), Actor.Kind.USER).orElseThrow();
    }

    private UUID colleague(String email) {
        var draft = Draft.of(User.NAME, email).set(User.EMAIL, email);
        return made(users.create(admin(), null, draft, PASSWORD));
    }

    private UUID team(String name, @Nullable UUID parent) {
        var draft = Draft.of(Team.NAME, name).set(Team.PARENT, parent);
        return made(gate.write(admin(), Batch.of(new Write.Create(Team.TYPE, null, draft))));
    }

    private static String session(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("peyvand="))
                .map(cookie -> cookie.replaceAll("peyvand=([^;]*);.*", "$1"))
                .findFirst()
                .orElse("");
    }

    private static UUID made(Written written) {
        return Objects.requireNonNull(written.single().id());
    }
}
