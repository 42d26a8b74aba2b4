package org.peyvand.demo;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.access.Role;
import org.peyvand.access.User;
import org.peyvand.customer.Account;
import org.peyvand.locale.Messages;
import org.peyvand.record.Actor;
import org.peyvand.record.Models;
import org.peyvand.record.RecordType;
import org.peyvand.record.StoredRecord;
import org.peyvand.record.SystemFields;
import org.peyvand.record.query.FieldPath;
import org.peyvand.record.query.Query;
import org.peyvand.record.query.ReadGate;
import org.peyvand.record.query.Sort;
import org.peyvand.record.write.WriteGate;
import org.peyvand.sales.Pipelines;
import org.peyvand.setting.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Fills a database without accounts once, when the operator asks for it. The small company is there before the program is
 * ready; the large one comes beside the running program.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class DemoData implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);

    private final ReadGate reads;
    private final WriteGate writes;
    private final Models models;
    private final Pipelines pipelines;
    private final Messages messages;
    private final Settings settings;
    private final Clock clock;

    DemoData(
            ReadGate reads,
            WriteGate writes,
            Models models,
            Pipelines pipelines,
            Messages messages,
            Settings settings,
            Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.models = models;
        this.pipelines = pipelines;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (settings.demo() == Settings.Demo.NONE || hasAccounts()) {
            return;
        }
        if (settings.demo() == Settings.Demo.LARGE) {
            Thread.ofPlatform()
                    .name("demo-data")
                    .daemon()
                    .uncaughtExceptionHandler((thread, failure) ->
                            LOG.error("The demo company stays incomplete; an empty database begins anew", failure))
                    .start(this::fill);
        } else {
            fill();
        }
    }

    private void fill() {
        long began = System.nanoTime();
        new Filling(
                        writes,
                        new Filling.Site(roles(), signedIn(), pipelines::book),
                        Size.of(settings.demo()),
                        clock.instant().atZone(settings.timeZone()).toLocalDate(),
                        settings.timeZone(),
                        messages.text(settings.locale(), "demo.label"))
                .fill();
        LOG.info(
                "The demo company is complete after {} s",
                Duration.ofNanos(System.nanoTime() - began).toSeconds());
    }

    private boolean hasAccounts() {
        return !first(Account.TYPE, 1).isEmpty();
    }

    private Map<String, StoredRecord> roles() {
        Map<String, StoredRecord> roles = new HashMap<>();
        first(Role.TYPE, 200).forEach(role -> roles.put(String.valueOf(role.get(Role.NAME)), role));
        return roles;
    }

    /** Who has been there longest of those who may sign in: the administrator, on a fresh site. */
    private @Nullable UUID signedIn() {
        return first(User.TYPE, 200).stream()
                .filter(user -> Boolean.TRUE.equals(user.get(User.ACTIVE)))
                .map(StoredRecord::id)
                .findFirst()
                .orElse(null);
    }

    private List<StoredRecord> first(RecordType declared, int count) {
        RecordType type = models.current().effective(declared);
        Sort oldest = new Sort(FieldPath.of(type, SystemFields.CREATED_AT), false);
        return reads.page(Actor.system(), Query.of(type).sorted(List.of(oldest)).limited(count))
                .items();
    }
}
