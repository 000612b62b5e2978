package dev.granary.harvester.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.harvester.assemble.Section;
import dev.granary.model.Aspect;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DigestTest {

    @Test
    void everySectionHasADigestAndEveryDigestHasASection() {
        var covered = Arrays.stream(Digest.values())
                .filter(digest -> digest != Digest.VISIBILITY)
                .flatMap(digest -> digest.sections().stream())
                .collect(Collectors.toCollection(HashSet::new));
        covered.add(Section.VISIBILITY);
        assertThat(covered).containsExactlyInAnyOrder(Section.values());
        assertThat(Digest.values())
                .allSatisfy(digest -> assertThat(digest.sections()).isNotEmpty());
    }

    @Test
    void noTwoSectionsFeedOneAspectSoThatOneCanBeReadWithoutTheOther() {
        var fed = new HashMap<Aspect, Section>();
        for (var section : Section.values()) {
            for (var aspect : section.aspects()) {
                assertThat(fed.put(aspect, section))
                        .as(aspect + " of " + section)
                        .isNull();
            }
        }
    }

    @Test
    void theEmulatedEngineHasWhatEveryDigestNeeds() throws IOException, SQLException {
        try (var stores = new TwoStores()) {
            assertThat(stores.digests("master").values().keySet()).isEqualTo(EnumSet.allOf(Digest.class));
        }
    }

    /** Whatever a section reads of something moves a digest that has the section read. */
    @ParameterizedTest
    @EnumSource(OptionChange.class)
    void aChangeOfASingleOptionIsSeen(OptionChange option) throws IOException, SQLException {
        try (var stores = new TwoStores();
                var connection = stores.connect()) {
            var database = new SourceDatabase("options", connection, new Random(1));
            stores.createEmpty(database.name());
            option.before().forEach(database::run);
            stores.first(database.name());
            var before = stores.incrementalContent(database.name());
            option.change().forEach(database::run);
            stores.harvest(database.name());
            assertThat(stores.incrementalContent(database.name()))
                    .isNotEqualTo(before)
                    .isEqualTo(stores.fullContent().get(database.name()));
        }
    }

    /** What only that digest covers: without it the change goes by unseen, with all of them it does not. */
    @ParameterizedTest
    @EnumSource(Digest.class)
    void withoutAnyOneDigestSomeChangeIsMissed(Digest digest) throws IOException, SQLException {
        try (var stores = new TwoStores();
                var connection = stores.connect()) {
            if (digest == Digest.VISIBILITY) {
                stores.loginAs("reader");
            }
            var only = EnumSet.complementOf(EnumSet.of(digest));
            for (Set<Digest> used : Set.of(EnumSet.allOf(Digest.class), only)) {
                boolean all = used.contains(digest);
                var database = new SourceDatabase(all ? "seen" : "missed", connection, new Random(1));
                stores.use(EnumSet.allOf(Digest.class));
                stores.createEmpty(database.name());
                OnlyCoveredBy.before(digest).forEach(database::run);
                stores.first(database.name());
                stores.use(used);
                stores.harvest(database.name());
                OnlyCoveredBy.change(digest)
                        .forEach(batch -> database.run(batch.replace("{database}", database.name())));
                stores.harvest(database.name());
                var incremental = stores.incrementalContent(database.name());
                var full = stores.fullContent().get(database.name());
                if (all) {
                    assertThat(incremental).as("with all digests").isEqualTo(full);
                } else {
                    assertThat(incremental).as("without " + digest).isNotEqualTo(full);
                }
            }
        }
    }
}
