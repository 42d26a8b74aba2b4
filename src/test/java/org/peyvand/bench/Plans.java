package org.peyvand.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Query;
import org.jooq.impl.DSL;

/** Listens to what the program asks the database and explains it: with figures, and taken back when it wrote. */
final class Plans implements ExecuteListener {

    /** A listener and the file for what it heard. */
    record Into(Plans listener, Path file) {}

    private static final long serialVersionUID = 1L;

    private final transient Set<String> heard = new LinkedHashSet<>();
    private transient volatile boolean listening;

    @Override
    public void executeStart(ExecuteContext context) {
        Query query = context.query();
        if (listening && query != null) {
            synchronized (heard) {
                heard.add(DSL.using(context.configuration()).renderInlined(query));
            }
        }
    }

    /** Asks every question once more and writes the plans of its statements into a file. */
    void write(Path file, List<Question> questions, Connection connection) throws Exception {
        List<String> lines = new ArrayList<>();
        connection.setAutoCommit(false);
        for (Question question : questions) {
            lines.add("== " + question.name() + ", " + question.reader());
            for (String sql : heardOf(question)) {
                lines.add("");
                lines.add(sql);
                lines.addAll(plan(connection, sql));
            }
            lines.add("");
        }
        write(file, lines);
    }

    private List<String> heardOf(Question question) throws Exception {
        heard.clear();
        listening = true;
        question.program().answer(0);
        listening = false;
        return List.copyOf(heard);
    }

    /** A statement that cannot be run twice, as one that creates a record, is planned without being run. */
    private static List<String> plan(Connection connection, String sql) throws SQLException {
        try {
            return plan(connection, "explain (analyze, buffers) ", sql);
        } catch (SQLException e) {
            connection.rollback();
            return plan(connection, "explain ", sql);
        }
    }

    private static List<String> plan(Connection connection, String how, String sql) throws SQLException {
        List<String> plan = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(how + sql)) {
            while (rows.next()) {
                plan.add("    " + rows.getString(1));
            }
        }
        connection.rollback();
        return plan;
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, lines);
    }
}
