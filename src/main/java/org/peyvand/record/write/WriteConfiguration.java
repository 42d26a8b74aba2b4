package org.peyvand.record.write;

import java.util.List;
import org.jooq.DSLContext;
import org.peyvand.record.Models;
import org.peyvand.record.Visibility;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.transaction.PlatformTransactionManager;

/** The beans of the write gate; made when somebody writes, or else they would need rules that no module brings. */
@Lazy
@Configuration(proxyBeanMethods = false)
class WriteConfiguration {

    @Bean
    WriteGate writeGate(
            DSLContext sql,
            PlatformTransactionManager transactions,
            Models models,
            Visibility visibility,
            ObjectProvider<RecordRule> rules) {
        List<RecordRule> ordered = rules.orderedStream().toList();
        return new DatabaseWriteGate(sql, transactions, models, visibility, ordered);
    }
}
