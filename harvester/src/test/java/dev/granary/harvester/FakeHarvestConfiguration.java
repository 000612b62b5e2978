package dev.granary.harvester;

import dev.granary.harvester.work.DatabaseHarvest;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** For tests of what is around a database's harvest: one that publishes nothing and ends as published. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("test.fake-harvest")
class FakeHarvestConfiguration {

    @Bean
    @Primary
    DatabaseHarvest fakeHarvest(DataSource store) {
        return lease -> JdbcClient.create(store)
                .sql(
                        "UPDATE granary.work SET state = 'done', outcome = 'published', lease_until = NULL, objects = 3, columns = 9,"
                                + " ended_at = now() WHERE run_id = ? AND database_id = ? AND fence = ?")
                .param(lease.runId())
                .param(lease.databaseId())
                .param(lease.fence())
                .update();
    }
}
