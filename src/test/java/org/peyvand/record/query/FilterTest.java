package org.peyvand.record.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peyvand.record.query.TradingFloor.DEALS;
import static org.peyvand.record.query.TradingFloor.FIRMS;
import static org.peyvand.record.query.TradingFloor.PEOPLE;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peyvand.locale.Money;
import org.peyvand.record.Actor;
import org.peyvand.record.Refusal;
import org.peyvand.record.field.ContactPoint;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilterTest {

    private final TradingFloor floor = new TradingFloor();
    private final UUID me = UUID.randomUUID();
    private final UUID team = UUID.randomUUID();
    private final Actor actor = TradingFloor.user(me, team);

    @BeforeAll
    void fill() {
        UUID pars = floor.put(
                FIRMS,
                Map.of(
                        "name", "شرکت پارس",
                        "industry", "خودرو",
                        "email", "Info@Pars.example",
                        "mobile", "+989121234567",
                        "phones",
                                List.of(
                                        ContactPoint.primary("+989121234567", "mobile"),
                                        ContactPoint.primary("+982188776655", "work")),
                        "owner", me,
                        "team", team));
        UUID aria = floor.put(FIRMS, Map.of("name", "آریا 100%_x", "parent", pars));
        floor.tag(pars, "مشتری ویژه", "کلیدی");
        floor.sql()
                .execute(
                        "insert into external_key (system, type, key, record_id) values ('crm', 'firms', 'A-1', ?)",
                        pars);

        people(pars, aria);
        floor.put(PEOPLE, Map.of("name", "Sara"));
        floor.put(DEALS, Map.of("name", "d1", "firm", pars, "amount", Money.rials(500)));
        floor.put(DEALS, Map.of("name", "d2", "firm", pars, "amount", Money.of(500, "USD")));
        floor.put(DEALS, Map.of("name", "d3", "firm", aria));
        UUID gone = floor.put(DEALS, Map.of("name", "d4", "firm", aria));
        floor.delete(DEALS, gone);
    }

    private void people(UUID pars, UUID aria) {
        floor.put(
                PEOPLE,
                Map.of(
                        "name",
                        "علي كريمي",
                        "firm",
                        pars,
                        "tier",
                        "gold",
                        "vip",
                        true,
                        "score",
                        new BigDecimal("10.5"),
                        "birthDate",
                        LocalDate.of(2026, 11, 22),
                        "labels",
                        List.of("a", "b"),
                        "seenAt",
                        Instant.parse("2026-11-21T20:30:00Z")));
        floor.put(
                PEOPLE,
                Map.of(
                        "name",
                        "می‌نا رضایی",
                        "firm",
                        aria,
                        "tier",
                        "silver",
                        "vip",
                        false,
                        "score",
                        BigDecimal.ZERO,
                        "birthDate",
                        LocalDate.of(2026, 10, 22),
                        "labels",
                        List.of("b"),
                        "seenAt",
                        Instant.parse("2026-11-21T20:29:59Z")));
    }

    @AfterAll
    void close() {
        floor.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                              | 3
            {'and': []}                                                                     | 3
            {'or': []}                                                                      | 0
            {'field':'name','op':'eq','value':'علی کریمی'}                                  | 1
            {'field':'name','op':'ne','value':'علی کریمی'}                                  | 2
            {'field':'name','op':'contains','value':'کریم'}                                 | 1
            {'field':'name','op':'contains','value':'مینا'}                                 | 0
            {'field':'name','op':'contains','value':'لی کریم'}                              | 1
            {'field':'name','op':'contains','value':'کریمی علی'}                            | 0
            {'field':'name','op':'contains','value':'علی ریمی'}                             | 0
            {'field':'name','op':'contains','value':'نا رضایی'}                             | 1
            {'field':'name','op':'startsWith','value':'می نا'}                              | 1
            {'field':'name','op':'endsWith','value':'SARA'}                                 | 1
            {'field':'tier','op':'eq','value':'gold'}                                       | 1
            {'field':'tier','op':'ne','value':'gold'}                                       | 2
            {'field':'tier','op':'in','value':['gold','silver']}                            | 2
            {'field':'tier','op':'notIn','value':['gold']}                                  | 2
            {'field':'tier','op':'in','value':['gold',null]}                                | 2
            {'field':'tier','op':'notIn','value':['gold','']}                               | 1
            {'field':'tier','op':'in','value':[]}                                           | 0
            {'field':'tier','op':'eq','value':null}                                         | 1
            {'field':'tier','op':'eq','value':''}                                           | 1
            {'field':'tier','op':'ne','value':null}                                         | 2
            {'field':'tier','op':'isEmpty'}                                                 | 1
            {'field':'tier','op':'isNotEmpty'}                                              | 2
            {'not': {'field':'tier','op':'eq','value':'gold'}}                              | 2
            {'field':'vip','op':'eq','value':true}                                          | 1
            {'field':'vip','op':'ne','value':true}                                          | 2
            {'field':'score','op':'between','value':[0, '10.5']}                            | 2
            {'field':'score','op':'gt','value':0}                                           | 1
            {'not': {'field':'score','op':'gt','value':0}}                                  | 2
            {'field':'birthDate','op':'between','value':['2026-10-22','1405/09/01']}        | 2
            {'field':'birthDate','op':'within','value':'today'}                             | 1
            {'field':'birthDate','op':'within','value':'this-jalali-month'}                 | 1
            {'field':'birthDate','op':'within','value':'last-jalali-month'}                 | 0
            {'field':'birthDate','op':'within','value':'last-32-days'}                      | 2
            {'field':'seenAt','op':'within','value':'today'}                                | 1
            {'field':'seenAt','op':'within','value':'yesterday'}                            | 1
            {'field':'labels','op':'hasAny','value':['a','c']}                              | 1
            {'field':'labels','op':'hasAll','value':['a','b']}                              | 1
            {'field':'labels','op':'hasNone','value':['a']}                                 | 2
            {'field':'labels','op':'isEmpty'}                                               | 1
            {'field':'firm.name','op':'eq','value':'شرکت پارس'}                             | 1
            {'field':'firm.name','op':'ne','value':'شرکت پارس'}                             | 2
            {'field':'firm.parent.name','op':'contains','value':'پارس'}                     | 1
            {'field':'firm.owner','op':'eq','value':'me'}                                   | 1
            {'field':'firm.team','op':'eq','value':'myTeam'}                                | 1
            {'field':'firm.team','op':'in','value':['myTeams']}                             | 1
            {'field':'owner','op':'ne','value':'me'}                                        | 3
            {'field':'firm.tags','op':'hasAny','value':['کليدي']}                           | 1
            {'has':'firm'}                                                                  | 2
            {'not': {'has':'firm'}}                                                         | 1
            {'has':'firm','where':{'has':'deals','count':{'ge':2}}}                         | 1
            """)
    void findsPeople(String filter, int expected) {
        assertThat(floor.names(actor, PEOPLE, filter)).hasSize(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'field':'tags','op':'hasAll','value':['مشتری‌ویژه','کلیدی']}                    | 1
            {'field':'tags','op':'hasAll','value':['مشتری ویژه','دیگر']}                    | 0
            {'field':'tags','op':'hasNone','value':['دیگر']}                                | 2
            {'field':'tags','op':'isEmpty'}                                                 | 1
            {'field':'externalKeys.crm','op':'eq','value':'A-1'}                            | 1
            {'field':'externalKeys.crm','op':'ne','value':'A-1'}                            | 1
            {'field':'externalKeys.erp','op':'isEmpty'}                                     | 2
            {'field':'externalKeys','op':'isNotEmpty'}                                      | 1
            {'field':'email','op':'eq','value':'info@pars.example'}                         | 1
            {'field':'email','op':'contains','value':'@pars'}                               | 1
            {'field':'mobile','op':'eq','value':'0912 123 4567'}                            | 1
            {'field':'mobile','op':'contains','value':'0912'}                               | 1
            {'field':'mobile','op':'contains','value':'8877'}                               | 1
            {'field':'name','op':'contains','value':'100%_x'}                               | 1
            {'field':'name','op':'contains','value':'%'}                                    | 2
            {'field':'phones','op':'hasAny','value':['02188776655']}                        | 1
            {'has':'people'}                                                                | 2
            {'has':'people','where':{'field':'tier','op':'eq','value':'gold'}}              | 1
            {'has':'deals','count':{'ge':2}}                                                | 1
            {'has':'deals','count':{'eq':1}}                                                | 1
            {'has':'deals','count':{'lt':2}}                                                | 1
            {'has':'deals','count':{'le':2}}                                                | 2
            {'has':'deals','count':{'gt':1,'lt':3}}                                         | 1
            {'has':'deals','count':{'lt':0}}                                                | 0
            {'has':'branches','count':{'eq':0}}                                             | 1
            {'has':'deals','where':{'field':'amount','op':'ge','value':{'amount':500,'currency':'IRR'}}} | 1
            """)
    void findsFirms(String filter, int expected) {
        assertThat(floor.names(actor, FIRMS, filter)).hasSize(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []                                                                | bad-filter
            {'field':'name','op':'eq','value':'x','more':1}                   | bad-filter
            {'and': {}}                                                       | bad-filter
            {'field':7,'op':'eq','value':'x'}                                 | bad-filter
            {'field':'none','op':'eq','value':'x'}                            | unknown-field
            {'field':'tier.name','op':'eq','value':'x'}                       | unknown-field
            {'field':'firm.none','op':'eq','value':'x'}                       | unknown-field
            {'field':'firm.','op':'eq','value':'x'}                           | unknown-field
            {'field':'externalKeys.a b','op':'eq','value':'x'}                | unknown-field
            {'has':'none'}                                                    | unknown-field
            {'field':'name','op':'like','value':'x'}                          | operator-not-allowed
            {'field':'name','op':'gt','value':'x'}                            | operator-not-allowed
            {'field':'externalKeys.crm','op':'contains','value':'x'}          | operator-not-allowed
            {'field':'name','op':'eq'}                                        | bad-operand
            {'field':'name','op':'eq','value':['x']}                          | bad-operand
            {'field':'name','op':'in','value':'x'}                            | bad-operand
            {'field':'name','op':'contains','value':''}                       | bad-operand
            {'field':'score','op':'between','value':[1]}                      | bad-operand
            {'field':'score','op':'gt','value':'x'}                           | bad-operand
            {'field':'score','op':'gt','value':null}                          | bad-operand
            {'field':'firm','op':'eq','value':'me'}                           | bad-operand
            {'field':'birthDate','op':'within','value':'someday'}             | bad-operand
            {'has':'firm','count':{'ge':-1}}                                  | bad-operand
            {'has':'firm','count':{'like':1}}                                 | operator-not-allowed
            """)
    void refusesWhatMakesNoSense(String filter, String code) {
        assertThatThrownBy(() -> floor.names(actor, PEOPLE, filter))
                .isInstanceOfSatisfying(
                        Refusal.Malformed.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void countsTermsAndDepth() {
        String term = "{'field':'vip','op':'eq','value':true}";
        String most = String.join(",", java.util.Collections.nCopies(200, term));
        String deep = "{'not':".repeat(19) + term + "}".repeat(19);

        assertThat(floor.names(actor, PEOPLE, "{'or':[" + most + "]}")).hasSize(1);
        assertThat(floor.names(actor, PEOPLE, deep)).hasSize(2);
        assertThatThrownBy(() -> floor.filter(actor, PEOPLE, "{'or':[" + most + "," + term + "]}"))
                .hasMessageContaining("too-many-terms");
        assertThatThrownBy(() -> floor.filter(actor, PEOPLE, "{'not':" + deep + "}"))
                .hasMessageContaining("filter-too-deep");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}
            {'and':[{'field':'tier','op':'in','value':['gold']},{'not':{'field':'firm.name','op':'contains','value':'x'}}]}
            {'or':[{'field':'owner','op':'eq','value':'me'},{'field':'team','op':'in','value':['myTeam','myTeams']}]}
            {'has':'firm','where':{'has':'deals','count':{'ge':2,'le':4}}}
            {'field':'birthDate','op':'within','value':'this-jalali-month'}
            {'field':'seenAt','op':'between','value':['2026-01-01T00:00:00Z','2026-02-01T00:00:00Z']}
            {'field':'firm.externalKeys.crm','op':'eq','value':'A'}
            {'field':'tier','op':'isEmpty'}
            """)
    void writesAsItReads(String filter) {
        Condition condition = floor.filter(actor, PEOPLE, filter);

        String written = floor.gate().write(condition).toString();

        assertThat(written.replace('"', '\'')).isEqualTo(filter.strip());
        assertThat(floor.filter(actor, PEOPLE, written)).hasToString(condition.toString());
    }
}
