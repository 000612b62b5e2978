package dev.granary.query.store;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** Where the store is and who asks it. */
@Validated
@ConfigurationProperties("granary.db")
record StoreProperties(
        @Pattern(regexp = "jdbc:postgresql:.+", message = "must be a PostgreSQL URL: set GRANARY_DB_URL")
        String url,

        @NotBlank String username,

        @NotBlank(message = "must not be blank: set GRANARY_QUERY_PASSWORD")
        String password) {

    @Override
    public String toString() {
        return "StoreProperties[username=%s]".formatted(username);
    }
}
