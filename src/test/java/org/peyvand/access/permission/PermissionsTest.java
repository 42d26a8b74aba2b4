package org.peyvand.access.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peyvand.record.Model;
import org.peyvand.record.Problem;
import org.peyvand.record.RecordType;
import org.peyvand.record.Visibility.FieldAccess;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.field.Field;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PermissionsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Field<String> NAME = Field.text("name");
    private static final Field<String> CODE = Field.text("nationalCode");
    private static final Field<String> SALARY = Field.text("salary").sensitive();

    private static final RecordType CONTACTS = RecordType.named("contact", "contacts")
            .fields(NAME, CODE, SALARY)
            .flags(RecordType.Flag.OWNED)
            .build();
    private static final RecordType LEADS = RecordType.named("lead", "leads")
            .fields(NAME)
            .flags(RecordType.Flag.OWNED)
            .build();
    private static final RecordType STAGES =
            RecordType.named("stage", "stages").fields(NAME).build();
    private static final RecordType COMPETITORS =
            RecordType.named("competitor", "competitors").fields(NAME).build();
    private static final RecordType ROLES = RecordType.named("role", "roles")
            .fields(NAME)
            .flags(RecordType.Flag.GUARDED)
            .build();

    @Test
    void grantNothingWithoutRoles() {
        assertThat(Permissions.NOTHING.scope(STAGES, Operation.READ)).isEqualTo(Scope.NONE);
        assertThat(Permissions.NOTHING.access(CONTACTS, NAME)).isEqualTo(FieldAccess.HIDDEN);
    }

    @Test
    void addUpToTheWidestScopeOfEachOperation() {
        var permissions = of(
                grant("{'contacts': {'read': 'team', 'update': 'own'}}", "{}"),
                grant("{'contacts': {'read': 'own', 'update': 'teams-below'}}", "{}"));

        assertThat(permissions.scope(CONTACTS, Operation.READ)).isEqualTo(Scope.TEAM);
        assertThat(permissions.scope(CONTACTS, Operation.UPDATE)).isEqualTo(Scope.TEAMS_BELOW);
        assertThat(permissions.scope(CONTACTS, Operation.DELETE)).isEqualTo(Scope.NONE);
    }

    @Test
    void takeTheStarForEveryTypeThatTheRoleDoesNotName() {
        var permissions = of(grant("{'*': {'read': 'all', 'update': 'all'}, 'leads': {'read': 'none'}}", "{}"));

        assertThat(permissions.scope(CONTACTS, Operation.READ)).isEqualTo(Scope.ALL);
        assertThat(permissions.scope(LEADS, Operation.READ)).isEqualTo(Scope.NONE);
        assertThat(permissions.scope(LEADS, Operation.UPDATE)).isEqualTo(Scope.ALL);
    }

    @Test
    void letEverybodyWithARoleReadWhatTheirWorkRefersTo() {
        var silent = of(grant("{'contacts': {'read': 'own'}}", "{}"));
        var denying = of(grant("{'contacts': {'read': 'own'}, 'stages': {'read': 'none'}}", "{}"));

        assertThat(silent.scope(STAGES, Operation.READ)).isEqualTo(Scope.ALL);
        assertThat(silent.scope(COMPETITORS, Operation.READ)).isEqualTo(Scope.NONE);
        assertThat(denying.scope(STAGES, Operation.READ)).isEqualTo(Scope.NONE);
    }

    @Test
    void openWhatNobodyOwnsForWritingOnlyByNameOrByAll() {
        var own = of(grant("{'*': {'create': 'own', 'update': 'team'}}", "{}"));
        var all = of(grant("{'*': {'update': 'all'}}", "{}"));
        var named = of(grant("{'competitors': {'create': 'own'}}", "{}"));

        assertThat(own.scope(STAGES, Operation.UPDATE)).isEqualTo(Scope.NONE);
        assertThat(own.scope(COMPETITORS, Operation.CREATE)).isEqualTo(Scope.NONE);
        assertThat(all.scope(STAGES, Operation.UPDATE)).isEqualTo(Scope.ALL);
        assertThat(named.scope(COMPETITORS, Operation.CREATE)).isEqualTo(Scope.ALL);
    }

    @Test
    void keepGuardedTypesForAdministrators() {
        var everything = of(grant("{'*': {'read': 'all', 'create': 'all', 'update': 'all', 'delete': 'all'}}", "{}"));

        assertThat(everything.scope(ROLES, Operation.READ)).isEqualTo(Scope.ALL);
        assertThat(everything.scope(ROLES, Operation.UPDATE)).isEqualTo(Scope.NONE);
        assertThat(new Permissions(List.of(), List.of(), true).scope(ROLES, Operation.UPDATE))
                .isEqualTo(Scope.ALL);
    }

    @Test
    void addUpToTheWidestAccessToAField() {
        var hidden = grant("{'contacts': {'read': 'all'}}", "{'contacts.nationalCode': 'hidden'}");
        var readOnly = grant("{'contacts': {'read': 'own'}}", "{'contacts.nationalCode': 'readOnly'}");
        var silent = grant("{'contacts': {'read': 'own'}}", "{}");

        assertThat(of(hidden).access(CONTACTS, CODE)).isEqualTo(FieldAccess.HIDDEN);
        assertThat(of(hidden, readOnly).access(CONTACTS, CODE)).isEqualTo(FieldAccess.READ_ONLY);
        assertThat(of(hidden, readOnly, silent).access(CONTACTS, CODE)).isEqualTo(FieldAccess.WRITABLE);
        assertThat(of(hidden).access(CONTACTS, NAME)).isEqualTo(FieldAccess.WRITABLE);
    }

    @Test
    void revealNoFieldThroughARoleThatCannotReadTheType() {
        var hidden = grant("{'contacts': {'read': 'all'}}", "{'contacts.nationalCode': 'hidden'}");
        var elsewhere = grant("{'leads': {'read': 'all'}}", "{}");

        assertThat(of(hidden, elsewhere).access(CONTACTS, CODE)).isEqualTo(FieldAccess.HIDDEN);
    }

    @Test
    void hideSensitiveFieldsUntilARoleNamesThem() {
        var silent = grant("{'contacts': {'read': 'all'}}", "{}");
        var named = grant("{'contacts': {'read': 'all'}}", "{'contacts.salary': 'readOnly'}");

        assertThat(of(silent).access(CONTACTS, SALARY)).isEqualTo(FieldAccess.HIDDEN);
        assertThat(of(named).access(CONTACTS, SALARY)).isEqualTo(FieldAccess.READ_ONLY);
    }

    @Test
    void nameEveryMistakeOfARole() {
        var model = new Model(1, List.of(CONTACTS, LEADS));

        var problems = RoleCheck.problems(
                model,
                json("{'*': {'read': 'all'}, 'cars': {'read': 'all'}, 'leads': {'fly': 'all', 'read': 'some'}}"),
                json(
                        "{'contacts.name': 'readOnly', 'contacts.id': 'hidden', 'leads.name': 'secret', 'name': 'hidden'}"));

        assertThat(problems)
                .extracting(Problem::code)
                .containsExactlyInAnyOrder(
                        "role-unknown-type",
                        "role-unknown-operation",
                        "role-unknown-scope",
                        "role-unknown-field",
                        "role-unknown-field",
                        "role-unknown-access");
    }

    @Test
    void shipRolesThatPassTheirOwnCheck() {
        var model = new Model(1, List.of(CONTACTS, LEADS, COMPETITORS));

        assertThat(Arrays.stream(ShippedRoles.values())
                        .flatMap(role -> RoleCheck.problems(model, role.types(model), json("{}")).stream()))
                .isEmpty();
    }

    private static Permissions of(Grant... grants) {
        return new Permissions(List.of(), List.of(grants), false);
    }

    private static Grant grant(String types, String fields) {
        return Grant.of(json(types), json(fields));
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text.replace('\'', '"'));
    }
}
