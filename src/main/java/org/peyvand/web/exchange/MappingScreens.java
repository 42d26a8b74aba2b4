package org.peyvand.web.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peyvand.exchange.Importing;
import org.peyvand.exchange.Preview;
import org.peyvand.file.StoredFile;
import org.peyvand.locale.Money;
import org.peyvand.record.Actor;
import org.peyvand.record.RecordType;
import org.peyvand.record.Refusal;
import org.peyvand.record.Visibility.Operation;
import org.peyvand.record.field.ChoiceType;
import org.peyvand.record.field.DateType;
import org.peyvand.record.field.EmailType;
import org.peyvand.record.field.Field;
import org.peyvand.record.field.IntegerType;
import org.peyvand.record.field.MoneyType;
import org.peyvand.record.field.PhoneType;
import org.peyvand.record.field.TextType;
import org.peyvand.web.Choice;
import org.peyvand.web.Page;
import org.peyvand.web.Problem;
import org.peyvand.web.value.Problems;
import org.springframework.stereotype.Component;

/** Puts together what the page shows that says where columns go. */
@Component
class MappingScreens {

    /** Files up to so many rows are read again after each change. */
    private static final long LIVE = 20_000;

    private final ImportTypes types;
    private final Importing importing;
    private final Problems problems;

    MappingScreens(ImportTypes types, Importing importing, Problems problems) {
        this.types = types;
        this.importing = importing;
        this.problems = problems;
    }

    /** What would be written with what was chosen; a choice that makes no sense is said on the page. */
    MappingScreen of(Actor actor, RecordType type, StoredFile file, ImportForm asked, Page page) {
        ImportForm form = asked;
        try {
            form = asked.withColumns(columns(actor, file.id(), asked));
            Preview preview = importing.preview(actor, form.request(type.plural(), file.id()));
            return shown(actor, type, file, form, preview, List.of(), page);
        } catch (Refusal.NotFound | Refusal.Forbidden no) {
            throw no;
        } catch (Refusal refusal) {
            return refused(actor, type, file, form, refusal, page);
        }
    }

    /** As chosen, with why it was refused. */
    MappingScreen refused(Actor actor, RecordType type, StoredFile file, ImportForm form, Refusal refusal, Page page) {
        return shown(actor, type, file, form, null, sentences(refusal, page), page);
    }

    /** What was chosen as long as the file still has those columns; another encoding makes others. */
    private List<Column> columns(Actor actor, UUID file, ImportForm form) {
        List<String> header = importing.columns(actor, file, form.options());
        List<String> known = form.columns().stream().map(Column::name).toList();
        if (header.equals(known)) {
            return form.columns();
        }
        return List.of();
    }

    private MappingScreen shown(
            Actor actor,
            RecordType type,
            StoredFile file,
            ImportForm form,
            @Nullable Preview preview,
            List<Problem> refused,
            Page page) {
        List<Column> columns = preview == null ? unread(actor, file, form) : judged(preview, form, page);
        List<Choice> matchable = columns.stream()
                .filter(column -> !column.isNew())
                .flatMap(column -> type.find(column.target()).stream())
                .filter(MappingScreens::tellsApart)
                .map(field -> new Choice(field.name(), types.label(type, field, page)))
                .toList();
        return new MappingScreen(
                type.plural(),
                page.t("transfer.import.of", types.many(type, page)),
                "/imports/files/" + file.id(),
                file.name(),
                form,
                columns,
                types.fields(actor, type, page),
                matchable,
                types.choices(actor, Operation.READ, page),
                preview == null ? List.of() : sample(type, preview, page),
                preview == null ? List.of() : troubles(type, preview, page),
                refused,
                preview == null ? "" : Objects.requireNonNullElse(preview.encoding(), ""),
                preview == null ? "" : delimiter(preview),
                preview == null
                        ? List.of()
                        : preview.sheets().stream()
                                .map(name -> new Choice(name, name))
                                .toList(),
                preview == null ? "" : page.number(preview.rows()),
                preview == null ? "" : page.number(preview.wouldFail()),
                preview == null || preview.wouldFail() > 0,
                preview == null || preview.rows() <= LIVE);
    }

    /** The columns of a file that could not be previewed, as chosen or all left out. */
    private List<Column> unread(Actor actor, StoredFile file, ImportForm form) {
        if (!form.columns().isEmpty()) {
            return form.columns();
        }
        List<Column> columns = new ArrayList<>();
        try {
            for (String name : importing.columns(actor, file.id(), form.options())) {
                columns.add(new Column(columns.size(), name, "", "", "text", "", "", "muted", ""));
            }
        } catch (Refusal unreadable) {
            return List.of();
        }
        return columns;
    }

    private static List<Column> judged(Preview preview, ImportForm form, Page page) {
        Map<String, Long> wrong = new HashMap<>();
        preview.problems().forEach(kind -> wrong.merge(kind.field(), kind.count(), Long::sum));
        List<Column> columns = new ArrayList<>();
        for (Preview.Column seen : preview.columns()) {
            int index = columns.size();
            String field = Objects.requireNonNullElse(seen.field(), "");
            Column chosen = form.columns().isEmpty()
                    ? new Column(index, seen.name(), seen.example(), field, "text", "", "", "good", "")
                    : form.columns().get(index).guessed(field, seen.example());
            columns.add(judged(chosen, wrong.getOrDefault(field, 0L), page));
        }
        return columns;
    }

    private static Column judged(Column column, long wrong, Page page) {
        if (column.isLeftOut()) {
            return column.saying("muted", page.t("transfer.column.out"));
        }
        if (wrong > 0) {
            return column.saying("warn", page.t("transfer.column.wrong", page.number(wrong)));
        }
        return column.saying("good", page.t(column.isNew() ? "transfer.column.new" : "transfer.column.good"));
    }

    private List<SampleRow> sample(RecordType type, Preview preview, Page page) {
        return preview.sample().stream()
                .map(row -> new SampleRow(
                        page.number(row.number()),
                        row.values().entrySet().stream()
                                .map(value -> cell(type, preview, value.getKey(), value.getValue(), page))
                                .toList(),
                        row.problems().stream()
                                .map(issue -> problems.sentence(issue.code(), issue.arguments(), page))
                                .toList()))
                .toList();
    }

    private SampleRow.Cell cell(RecordType type, Preview preview, String name, String text, Page page) {
        Field<?> field = type.find(name).orElse(null);
        if (field == null) {
            boolean date = preview.columns().stream()
                    .anyMatch(column -> name.equals(column.field()) && "date".equals(column.fieldType()));
            return new SampleRow.Cell(
                    columnOf(preview, name),
                    date ? date(text, page) : page.presentation().digits(text));
        }
        String value = switch (field.type()) {
            case DateType date -> date(text, page);
            case MoneyType money -> money(text, page);
            case ChoiceType choice -> types.option(type, field, text, page);
            case TextType words -> text;
            case EmailType address -> text;
            default -> page.presentation().digits(text);
        };
        return new SampleRow.Cell(types.label(type, field, page), value);
    }

    private static String date(String text, Page page) {
        return page.presentation().date(LocalDate.parse(text));
    }

    /** An amount as {@link MoneyType} writes it: the number, a space and the currency. */
    private static String money(String text, Page page) {
        int space = text.indexOf(' ');
        return page.presentation()
                .money(new Money(new BigDecimal(text.substring(0, space)), text.substring(space + 1)));
    }

    private List<Trouble> troubles(RecordType type, Preview preview, Page page) {
        return preview.problems().stream()
                .map(kind -> new Trouble(
                        columnOf(preview, kind.field()),
                        type.find(kind.field())
                                .map(field -> types.label(type, field, page))
                                .orElseGet(() -> columnOf(preview, kind.field())),
                        page.number(kind.count()),
                        kind.values().isEmpty()
                                ? problems.sentence(kind.code(), kind.arguments(), page)
                                : page.t("transfer.unknownWords"),
                        kind.rows().stream()
                                .map(page::number)
                                .collect(Collectors.joining(page.t("transfer.comma") + " ")),
                        kind.values().stream()
                                .map(value -> new Trouble.Word(
                                        value.value(),
                                        page.number(value.count()),
                                        Objects.requireNonNullElse(value.suggestion(), "")))
                                .toList()))
                .toList();
    }

    private static String columnOf(Preview preview, String field) {
        return preview.columns().stream()
                .filter(column -> field.equals(column.field()))
                .map(Preview.Column::name)
                .findFirst()
                .orElse("");
    }

    private List<Problem> sentences(Refusal refusal, Page page) {
        List<org.peyvand.record.Problem> each = switch (refusal) {
            case Refusal.Invalid no -> no.problems();
            case Refusal.Malformed no -> no.problems();
            case Refusal.Conflict no -> no.problems();
            case Refusal.NotFound no -> List.of();
            case Refusal.Forbidden no -> List.of();
            case Refusal.Stale no -> List.of();
            case Refusal.TooSlow no -> List.of();
        };
        if (each.isEmpty()) {
            return List.of(new Problem("mapping", problems.sentence(refusal, page)));
        }
        return each.stream()
                .map(problem -> new Problem(
                        problem.field().equals("amountUnit") ? "amountUnit" : "mapping",
                        problems.sentence(problem.code(), problem.arguments(), page)))
                .toList();
    }

    private static String delimiter(Preview preview) {
        return switch (Objects.requireNonNullElse(preview.delimiter(), "")) {
            case "," -> "comma";
            case ";" -> "semicolon";
            case "\t" -> "tab";
            case "|" -> "pipe";
            default -> "";
        };
    }

    private static boolean tellsApart(Field<?> field) {
        return switch (field.type()) {
            case TextType text -> true;
            case EmailType email -> true;
            case PhoneType phone -> true;
            case IntegerType integer -> true;
            default -> false;
        };
    }
}
