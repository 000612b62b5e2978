package dev.granary.harvester.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.harvester.assemble.Section;
import dev.granary.harvester.catalog.EngineFeatures;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DigestTest {

    private static final String NEEDS = "-- needs ";

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
        for (var section : Section.values()) {
            for (var other : Section.values()) {
                if (!Collections.disjoint(section.aspects(), other.aspects())) {
                    assertThat(Section.toRead(Set.of(section)))
                            .as("What is read with " + section)
                            .contains(other);
                }
            }
        }
    }

    @Test
    void theEmulatedEngineHasWhatEveryDigestNeeds() throws IOException, SQLException {
        try (var stores = new TwoStores()) {
            assertThat(stores.digests("master").values().keySet()).isEqualTo(EnumSet.allOf(Digest.class));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "11.0.7001.0 | SCOPED_CONFIGURATIONS SECURITY_POLICIES EDGE_CONSTRAINTS CLASSIFICATIONS",
                "12.0.6024.0 | SCOPED_CONFIGURATIONS SECURITY_POLICIES EDGE_CONSTRAINTS CLASSIFICATIONS",
                "13.0.7024.0 | EDGE_CONSTRAINTS CLASSIFICATIONS",
                "14.0.3456.2 | EDGE_CONSTRAINTS CLASSIFICATIONS",
                "15.0.4316.3 | ''",
                "17.0.1000.7 | ''"
            })
    void anOlderEngineLacksOnlyDigestsOfWhatItHasNot(String version, String lacking) throws IOException, SQLException {
        try (var stores = new TwoStores(TwoStores.ENGINE.withVersion(version))) {
            var expected = EnumSet.allOf(Digest.class);
            for (var digest : lacking.split(" ")) {
                expected.removeIf(d -> d.name().equals(digest));
            }
            assertThat(stores.digests("master").values().keySet()).isEqualTo(expected);
        }
    }

    @Test
    void everyDigestIsTakenWithoutWhatItSaysItNeedNotHave() throws IOException, SQLException {
        try (var stores = new TwoStores();
                var connection = stores.connect()) {
            var engine = stores.features();
            for (var digest : Digest.values()) {
                for (var need : needs(digest)) {
                    var batch = DigestBatch.of(without(engine, need), List.of(digest));
                    assertThat(batch).as(digest + " without " + need).isPresent();
                    assertThat(batch.get().take(connection, "master").values()).containsOnlyKeys(digest);
                }
            }
        }
    }

    private static List<String> needs(Digest digest) {
        return digest.sql()
                .lines()
                .filter(line -> line.contains(NEEDS))
                .flatMap(line -> Stream.of(
                        line.substring(line.indexOf(NEEDS) + NEEDS.length()).split(", ")))
                .distinct()
                .toList();
    }

    private static EngineFeatures without(EngineFeatures engine, String need) {
        var views = new HashMap<>(engine.views());
        int column = need.indexOf('.', need.indexOf('.') + 1);
        if (column < 0) {
            views.remove(need);
        } else {
            views.computeIfPresent(
                    need.substring(0, column),
                    (view, columns) -> columns.stream()
                            .filter(c -> !c.equals(need.substring(column + 1)))
                            .collect(Collectors.toSet()));
        }
        return new EngineFeatures(
                views, engine.denied(), engine.absent(), engine.listed(), engine.lookAlike(), engine.functions());
    }

    @Test
    void readsWhatTheEngineCannotDigestWheneverItReadsAnything() throws IOException, SQLException {
        try (var stores = new TwoStores(TwoStores.ENGINE.without("sys.check_constraints"));
                var connection = stores.connect()) {
            assertThat(stores.digests("master").values()).doesNotContainKey(Digest.CHECK_CONSTRAINTS);
            var database = new SourceDatabase("odd", connection, new Random(1));
            stores.createEmpty(database.name());
            OnlyCoveredBy.before(Digest.CHECK_CONSTRAINTS).forEach(database::run);
            stores.full(database.name());
            OnlyCoveredBy.change(Digest.CHECK_CONSTRAINTS).forEach(database::run);
            database.run("CREATE USER u WITHOUT LOGIN");
            stores.harvest(database.name());
            assertThat(stores.incrementalContent(database.name()))
                    .isEqualTo(stores.fullContent().get(database.name()));
        }
    }

    /** Whatever a section reads of something moves a digest that has the section read. */
    @Test
    void aChangeOfASingleOptionIsSeen() throws IOException, SQLException {
        try (var stores = new TwoStores();
                var connection = stores.connect()) {
            var before = new EnumMap<OptionChange, List<String>>(OptionChange.class);
            for (var option : OptionChange.values()) {
                var database = new SourceDatabase(option.name(), connection, new Random(1));
                stores.createEmpty(database.name());
                option.before().forEach(database::run);
                stores.full(database.name());
                before.put(option, stores.incrementalContent(database.name()));
                option.change().forEach(database::run);
                stores.harvest(database.name());
            }
            var full = stores.fullContent();
            for (var option : OptionChange.values()) {
                assertThat(stores.incrementalContent(option.name()))
                        .as(option.name())
                        .isNotEqualTo(before.get(option))
                        .isEqualTo(full.get(option.name()));
            }
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
                stores.full(database.name());
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
