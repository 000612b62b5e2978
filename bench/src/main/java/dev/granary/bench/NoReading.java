package dev.granary.bench;

import dev.granary.harvester.work.DatabaseHarvest;
import dev.granary.harvester.work.Spending;
import dev.granary.sqlserver.SourceCost;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A harvest that reads nothing and ends as one that found nothing new: what is left is a run's bookkeeping. */
@Configuration(proxyBeanMethods = false)
class NoReading {

    @Bean
    @Primary
    DatabaseHarvest bookkeepingOnly(DataSource data, Spending spending) {
        var store = JdbcClient.create(data);
        return lease -> {
            spending.spent(lease, SourceCost.NONE, null);
            store.sql(
                            "UPDATE granary.work SET state = 'done', outcome = 'unchanged', ended_at = now()"
                                    + " WHERE run_id = :run AND database_id = :database AND fence = :fence AND state = 'leased'")
                    .param("run", lease.runId())
                    .param("database", lease.databaseId())
                    .param("fence", lease.fence())
                    .update();
        };
    }
}
