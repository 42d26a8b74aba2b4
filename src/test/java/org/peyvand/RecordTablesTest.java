package org.peyvand;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.peyvand.record.RecordType;

/**
 * Records are read through the read gate and written through the write gate. The engine's own packages are the gates; whatever else
 * speaks of the table of a record type in SQL stands here with its reason, and every new one fails.
 */
class RecordTablesTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "org", "peyvand");

    /** The read gate, the write gate, the tables as both see them, and those that lay types and fields out. */
    private static final Pattern GATES = Pattern.compile("record/(query|write|sql|field|overlay)/.*");

    private static final String BEFORE_RIGHTS = "asks who somebody is, before there are rights to ask by";
    private static final String RIGHTS = "works out the rights that the gates ask for";
    private static final String INTEGRITY = "a rule of the write gate over all users or teams, whoever may see them";
    private static final String LIVELINESS = "leaves out users who are gone; tells nobody anything of them";

    private static final Map<String, String> ALLOWED = Map.ofEntries(
            Map.entry("access/FirstStart.java", BEFORE_RIGHTS),
            Map.entry("access/ForgottenPasswords.java", BEFORE_RIGHTS),
            Map.entry("access/Invitations.java", BEFORE_RIGHTS),
            Map.entry("access/PrivateLinks.java", BEFORE_RIGHTS),
            Map.entry("access/Tokens.java", BEFORE_RIGHTS),
            Map.entry("access/signin/Passwords.java", BEFORE_RIGHTS),
            Map.entry("access/signin/TokenLookup.java", BEFORE_RIGHTS),
            Map.entry("access/permission/MemberQuery.java", RIGHTS),
            Map.entry("access/Shares.java", RIGHTS),
            Map.entry("access/GrantsOfOwnTypes.java", RIGHTS),
            Map.entry("access/RoleRule.java", INTEGRITY),
            Map.entry("access/Roles.java", INTEGRITY),
            Map.entry("access/Standing.java", INTEGRITY),
            Map.entry("access/TeamRule.java", INTEGRITY),
            Map.entry("notice/Followers.java", LIVELINESS),
            Map.entry("notice/NoticeRows.java", LIVELINESS),
            Map.entry("notice/outbox/OutboxRows.java", "asks for the address of who is written to"),
            Map.entry("file/Files.java", "adds up the sizes of all attachments for their common limit"),
            Map.entry("search/TagColours.java", "tags and their colours are everybody's"),
            Map.entry("job/AlarmClock.java", "takes the ids of what is due from any table, for nobody"));

    private static final Set<String> TABLES = tables();

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern JOINED = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final Pattern TEXT =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern SQL = Pattern.compile("org\\.jooq|java\\.sql|javax\\.sql|springframework\\.jdbc");
    private static final Pattern ANY_TABLE =
            Pattern.compile("\\bRecordTable\\b|DSL\\.table\\(|[tT]ype\\(?\\)?\\.table\\(\\)");

    @Test
    void areReadByTheGatesAndAFewNamedClasses() {
        Pattern reading = speaking("from|join|using|into|update|table");

        assertThat(those(
                        GATES,
                        source -> reading.matcher(texts(source)).find()
                                || (SQL.matcher(source).find()
                                        && ANY_TABLE.matcher(source).find())))
                .containsExactlyInAnyOrderElementsOf(ALLOWED.keySet());
    }

    @Test
    void areWrittenByTheWriteGateAlone() {
        Pattern writing = speaking("insert\\s+into|update|delete\\s+from|truncate|merge\\s+into");

        assertThat(those(
                        Pattern.compile("record/write/.*"),
                        source -> writing.matcher(texts(source)).find()))
                .isEmpty();
    }

    /** Otherwise the rules above would hold by finding nothing. */
    @Test
    void areKnownHere() {
        Pattern inserting = speaking("insert\\s+into");

        assertThat(TABLES).contains("account", "contact", "opportunity", "meeting", "app_user", "saved_view", "tag");
        assertThat(those(
                        Pattern.compile("none"),
                        source -> inserting.matcher(texts(source)).find()))
                .contains("record/write/TagLinks.java");
    }

    private interface Rule {
        boolean isBroken(String source);
    }

    private static Set<String> those(Pattern free, Rule rule) {
        try (var files = Files.walk(SOURCES)) {
            Set<String> found = new TreeSet<>();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String name = SOURCES.relativize(file).toString().replace('\\', '/');
                String source = COMMENT.matcher(Files.readString(file)).replaceAll("");
                if (!free.matcher(name).matches() && rule.isBroken(source)) {
                    found.add(name);
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SQL that names the table of a record type behind one of the words. */
    private static Pattern speaking(String words) {
        return Pattern.compile(
                "\\b(?:" + words + ")\\s+\"?(?:" + String.join("|", TABLES) + "|x_\\w+)\\b(?!_)",
                Pattern.CASE_INSENSITIVE);
    }

    /** The texts of a source, each on a line of its own, with those that are put together made one. */
    private static String texts(String source) {
        return TEXT.matcher(JOINED.matcher(source).replaceAll(""))
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .collect(Collectors.joining("\n;\n"));
    }

    private static Set<String> tables() {
        List<String> tables = new ArrayList<>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.peyvand").stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC)
                                && field.getRawType().isEquivalentTo(RecordType.class))
                        .forEach(field -> tables.add(type(field).table()));
        return new TreeSet<>(tables);
    }

    private static RecordType type(JavaField field) {
        try {
            var declared = field.reflect();
            declared.setAccessible(true);
            return (RecordType) declared.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field.getFullName(), e);
        }
    }
}
