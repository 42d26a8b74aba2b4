package org.peyvand.record.write;

import org.jooq.DSLContext;
import org.peyvand.record.Models;
import org.peyvand.record.Visibility;
import org.peyvand.record.query.Judging;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/** The beans of the write gate. */
@Configuration(proxyBeanMethods = false)
class WriteConfiguration {

    @Bean
    WriteGate writeGate(
            DSLContext sql,
            PlatformTransactionManager transactions,
            Models models,
            Visibility visibility,
            ObjectProvider<RecordRule> rules,
            ObjectProvider<AfterWrite> listeners) {
        return new DatabaseWriteGate(
                sql,
                transactions,
                models,
                visibility,
                new DatabaseWriteGate.Extensions(
                        rules.orderedStream().toList(),
                        SingletonSupplier.of(() -> listeners.orderedStream().toList())));
    }

    @Bean
    FieldRuling fieldRuling(DSLContext sql, Models models, Visibility visibility) {
        return new FieldRuling(sql, models, visibility);
    }

    @Bean
    Judging judging(DSLContext sql, Visibility visibility) {
        return new Judging(sql, visibility);
    }

    @Bean
    ChangeLog changeLog(
            DSLContext sql,
            PlatformTransactionManager transactions,
            Models models,
            Visibility visibility,
            WriteGate gate,
            ObjectProvider<Vouching> vouching) {
        Rights rights = new Rights(visibility, vouching.orderedStream().toList());
        return new DatabaseChangeLog(sql, models, rights, new Undoing(sql, transactions, models, gate, rights));
    }

    @Bean
    ChangePartitions changePartitions(DSLContext sql, PlatformTransactionManager transactions) {
        return new ChangePartitions(sql, new TransactionTemplate(transactions));
    }

    @Bean
    PendingWords pendingWords(DSLContext sql) {
        return new PendingWords(sql);
    }
}
