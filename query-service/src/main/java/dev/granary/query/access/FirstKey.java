package dev.granary.query.access;

import dev.granary.query.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Lets the service start only where somebody can get in: with a key in the store, or with the first one to put there. */
@Component
class FirstKey implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(FirstKey.class);

    private final ApiKeys keys;
    private final String first;

    FirstKey(ApiKeys keys, @Value("${granary.api-key:}") String first) {
        this.keys = keys;
        this.first = first;
    }

    @Override
    public void afterPropertiesSet() {
        var key = ApiKey.parse(first);
        if (key.isEmpty() && !first.isBlank()) {
            throw new StartRefused("GRANARY_API_KEY is malformed: it must be granary_ and 22 letters or digits");
        }
        if (storeHasNone()) {
            var admin = key.orElseThrow(() -> new StartRefused(
                    "the store holds no API key and GRANARY_API_KEY, the first admin key, is not set"));
            keys.add(admin, Role.ADMIN, "first key");
            LOG.info("Stored the first admin key, {}", admin);
        }
    }

    private boolean storeHasNone() {
        try {
            return keys.isEmpty();
        } catch (DataAccessException e) {
            LOG.debug("Looking for keys failed", e);
            throw new StartRefused(
                    "the store does not answer, or is not migrated (GRANARY_DB_URL, GRANARY_QUERY_PASSWORD)");
        }
    }
}
