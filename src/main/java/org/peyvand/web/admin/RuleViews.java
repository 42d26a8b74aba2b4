package org.peyvand.web.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Actor;
import org.peyvand.record.FieldRule;
import org.peyvand.record.RecordType;
import org.peyvand.record.field.Field;
import org.peyvand.record.overlay.FieldChange;
import org.peyvand.web.Page;
import org.peyvand.web.list.Chips;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Says the rules of fields in words. */
@Component
class RuleViews {

    private final Chips chips;

    RuleViews(Chips chips) {
        this.chips = chips;
    }

    /** The two rules a field may have. */
    enum When {
        VISIBLE("visibleWhen"),
        REQUIRED("requiredWhen");

        /** As the API calls it. */
        final String trait;

        When(String trait) {
            this.trait = trait;
        }

        @Nullable
        JsonNode of(FieldRule rule) {
            return this == VISIBLE ? rule.visibleWhen() : rule.requiredWhen();
        }

        /** The change that sets this rule and leaves the other. */
        FieldChange change(JsonNode filter) {
            FieldChange nothing = new FieldChange(null, null, null);
            return this == VISIBLE ? nothing.ruled(filter, null) : nothing.ruled(null, filter);
        }
    }

    /** Both rules of a field as they stand. */
    List<RuleView> of(Actor actor, RecordType type, Field<?> field, Page page) {
        FieldRule rule = type.rules().getOrDefault(field.name(), FieldRule.NONE);
        List<RuleView> views = new ArrayList<>();
        for (When when : When.values()) {
            String href = "/admin/fields/" + type.plural() + "/" + field.name() + "/rules/" + when.trait;
            RuleTerms terms = RuleTerms.of(when.of(rule));
            views.add(new RuleView(when.trait, terms.any(), parts(actor, type, terms, _ -> null, page), href));
        }
        return views;
    }

    /**
     * Each condition of a rule.
     *
     * @param removal where one is taken away, by its place
     */
    List<RuleView.Part> parts(
            Actor actor, RecordType type, RuleTerms terms, IntFunction<@Nullable String> removal, Page page) {
        List<RuleView.Part> parts = new ArrayList<>();
        for (JsonNode term : terms.terms()) {
            String href = removal.apply(parts.size());
            parts.add(new RuleView.Part(
                    chips.said(actor, type, term, href, page).orElse(null), term.toPrettyString(), href));
        }
        return parts;
    }
}
