package dev.granary.query.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.granary.query.StartRefused;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The connections to the store: a small pool, and {@link Unpooled} for what holds one for long. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    private static final Duration BORROW = Duration.ofSeconds(2);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    DataSource store(StoreProperties properties) {
        var pool = new HikariDataSource();
        pool.setPoolName("query-service");
        pool.setDataSource(source(properties));
        // Set once per connection rather than per transaction, which would cost two round trips.
        pool.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        pool.setMaximumPoolSize(16);
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(BORROW.toMillis());
        pool.setValidationTimeout(1_000);
        pool.setInitializationFailTimeout(-1);
        return pool;
    }

    @Bean
    Unpooled unpooled(StoreProperties properties) {
        return new Unpooled(source(properties));
    }

    /** One state of the store for all statements of an answer. */
    @Bean
    TransactionTemplate oneState(PlatformTransactionManager transactions) {
        var template = new TransactionTemplate(transactions);
        template.setReadOnly(true);
        return template;
    }

    private static PGSimpleDataSource source(StoreProperties properties) {
        var source = new PGSimpleDataSource();
        setUrl(source, properties.url());
        source.setUser(properties.username());
        source.setPassword(properties.password());
        source.setApplicationName("granary-query-service");
        source.setConnectTimeout(2);
        source.setLoginTimeout(3);
        source.setSocketTimeout(15);
        source.setTcpKeepAlive(true);
        source.setLogServerErrorDetail(false);
        return source;
    }

    private static void setUrl(PGSimpleDataSource source, String url) {
        try {
            source.setURL(url);
        } catch (IllegalArgumentException _) {
            // The driver's message repeats the URL.
            throw new StartRefused("GRANARY_DB_URL is no PostgreSQL URL (jdbc:postgresql://host:port/database)");
        }
    }
}
