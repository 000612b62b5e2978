package dev.granary.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private final AtomicLong now = new AtomicLong(42);
    private final Breaker breaker = new Breaker(Duration.ofSeconds(1), now::get);

    @Test
    void letsOneCallerTryUntilItIsFirstSeenUp() {
        assertThat(breaker.mayTry()).isTrue();
        assertThat(breaker.mayTry()).isFalse();
        breaker.succeeded();
        assertThat(breaker.mayTry()).isTrue();
        assertThat(breaker.mayTry()).isTrue();
        assertThat(breaker.up()).isTrue();
    }

    @Test
    void letsOneCallerASecondTryAgainAfterAFailure() {
        breaker.succeeded();
        breaker.failed();
        assertThat(breaker.up()).isFalse();
        assertThat(breaker.mayTry()).isFalse();
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(breaker.mayTry()).isTrue();
        assertThat(breaker.mayTry()).isFalse();
    }
}
