package org.peyvand.record.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.peyvand.database.Notifications;
import org.peyvand.record.Actor;
import org.peyvand.record.Problem;
import org.peyvand.record.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Everything an organisation fitted to itself as one document: own types and fields, words, options, layouts, rules, and what
 * roles grant to own types. It is taken in as a whole or not at all; it adds and changes, and takes nothing away, so that
 * taking the same document in again does nothing.
 */
@Component
public final class Customisation {

    private static final Logger log = LoggerFactory.getLogger(Customisation.class);

    private final CustomisationRows rows;
    private final CustomisationSteps steps;
    private final SchemaChange schema;
    private final RoleGrants grants;
    private final DatabaseModels models;

    public Customisation(
            DSLContext sql,
            TransactionTemplate transactions,
            DatabaseModels models,
            Notifications notifications,
            OwnTypes types,
            OwnFields fields,
            OwnLayouts layouts,
            RoleGrants grants) {
        this.rows = new CustomisationRows(sql, models);
        this.steps = new CustomisationSteps(sql, models, types, fields, layouts);
        this.schema = new SchemaChange(sql, transactions, notifications, models, new OverlayRows(sql));
        this.grants = grants;
        this.models = models;
    }

    /**
     * One thing that taking a document in does.
     *
     * @param act {@code create}, {@code change}, {@code retire} or {@code restore}
     * @param what {@code type}, {@code field}, {@code layout}, {@code rule} or {@code grant}
     * @param name which one
     */
    public record Step(String act, String what, String name) {}

    /** The document of what there is. */
    public JsonNode document() {
        return CustomisationJson.write(rows.read(grants));
    }

    /**
     * What taking a document in would do; nothing is changed.
     *
     * @throws Refusal.Conflict with all problems, each at its place in the document
     */
    public List<Step> preview(Actor actor, JsonNode document) {
        return taken(actor, CustomisationJson.read(document), true);
    }

    /**
     * Takes a document in.
     *
     * @throws Refusal.Conflict with all problems, each at its place in the document; then nothing was changed
     */
    public List<Step> apply(Actor actor, JsonNode document) {
        CustomisationJson.Document wanted = CustomisationJson.read(document);
        List<Step> done = taken(actor, wanted, false);
        log.info("{} took in a customisation of {} steps", actor.name(), done.size());
        return done;
    }

    private List<Step> taken(Actor actor, CustomisationJson.Document wanted, boolean preview) {
        return undoneUnless(() -> {
            CustomisationSteps.Work work = steps.take(actor, wanted);
            List<Problem> problems = new ArrayList<>(work.problems());
            for (int i = 0; i < wanted.grants().size(); i++) {
                String place = "grants/" + i + "/";
                grants.problems(wanted.grants().get(i)).forEach(problem -> problems.add(at(place, problem)));
            }
            if (!problems.isEmpty()) {
                throw new Refusal.Conflict(problems, "customisation-conflicts");
            }
            List<RoleGrants.Grant> missing = missing(wanted);
            List<Step> done = new ArrayList<>(work.steps());
            missing.forEach(grant -> done.add(new Step("change", "grant", grant.role() + " / " + grant.type())));
            if (preview || done.isEmpty()) {
                throw new Undone(done);
            }
            models.changing(() -> grants.put(actor, missing));
            return done;
        });
    }

    /** A preview does the whole work and takes it back, so that it tells exactly what would happen. */
    private List<Step> undoneUnless(Supplier<List<Step>> work) {
        try {
            return schema.run(work);
        } catch (Undone undone) {
            return undone.steps;
        }
    }

    private List<RoleGrants.Grant> missing(CustomisationJson.Document wanted) {
        List<RoleGrants.Grant> standing = rows.read(grants).grants();
        return wanted.grants().stream()
                .filter(grant -> !standing.contains(grant))
                .toList();
    }

    static Problem at(String place, Problem problem) {
        return new Problem(place + problem.field(), problem.code(), problem.arguments());
    }

    /** Takes a transaction back that did what it should. */
    private static final class Undone extends RuntimeException {

        private final transient List<Step> steps;

        Undone(List<Step> steps) {
            super("taken back", null, false, false);
            this.steps = steps;
        }
    }
}
