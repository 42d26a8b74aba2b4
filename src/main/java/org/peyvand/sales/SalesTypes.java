package org.peyvand.sales;

import org.peyvand.notice.NoticeKind;
import org.peyvand.notice.Way;
import org.peyvand.record.RecordType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the record types and notices of this module known. */
@Configuration(proxyBeanMethods = false)
class SalesTypes {

    @Bean
    NoticeKind newLead() {
        return NoticeKind.of("new-lead", 15, "user-plus", Way.PAGE, Way.EMAIL).announcing(Lead.TYPE.plural());
    }

    @Bean
    RecordType leadType() {
        return Lead.TYPE;
    }

    @Bean
    RecordType opportunityType() {
        return Opportunity.TYPE;
    }

    @Bean
    RecordType pipelineType() {
        return Pipeline.TYPE;
    }

    @Bean
    RecordType stageType() {
        return Stage.TYPE;
    }

    @Bean
    RecordType competitorType() {
        return Competitor.TYPE;
    }
}
