package dev.granary.emulator.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.granary.emulator.faults.FaultAction.Delay;
import dev.granary.emulator.faults.FaultAction.Drop;
import dev.granary.emulator.faults.FaultAction.Fail;
import dev.granary.emulator.faults.FaultAction.Silence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultFileTest {

    @TempDir
    private Path folder;

    private List<FaultRule> read(String yaml) throws IOException {
        return FaultFile.read(Files.writeString(folder.resolve("faults.yml"), yaml));
    }

    @Test
    void readsEveryKindOfRule() throws Exception {
        List<FaultRule> rules = read("""
                        faults:
                          - {action: refuse, login: harvest}
                          - {action: silence, at: connect}
                          - {action: delay, millis: 1500, database: shop}
                          - {action: drop, text: 'sys\\.columns', afterRows: 100, times: 2}
                          - {action: error, number: 1205, severity: 13, state: 51, message: Deadlock victim.}
                        """);
        assertThat(rules)
                .extracting(FaultRule::action)
                .containsExactly(
                        new Fail(18456, 14, 1, "Login failed."),
                        new Silence(),
                        new Delay(Duration.ofMillis(1500)),
                        new Drop(),
                        new Fail(1205, 13, 51, "Deadlock victim."));
        assertThat(rules)
                .extracting(FaultRule::at)
                .containsExactly(
                        FaultPoint.LOGIN,
                        FaultPoint.CONNECT,
                        FaultPoint.STATEMENT,
                        FaultPoint.STATEMENT,
                        FaultPoint.STATEMENT);
        FaultRule drop = rules.get(3);
        assertThat(drop.concerns(FaultPoint.STATEMENT, "any", "any", "select *\nFROM SYS.COLUMNS"))
                .isTrue();
        assertThat(drop.concerns(FaultPoint.STATEMENT, "any", "any", "select * from sys.tables"))
                .isFalse();
        assertThat(drop.afterRows()).isEqualTo(100);
        assertThat(drop.times()).isEqualTo(2);
        assertThat(rules.getFirst().times()).isEqualTo(FaultRule.ALWAYS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {action: explode}                    | unknown action explode
                    {action: drop, when: now}            | unknown key when
                    {login: sa}                          | action is missing
                    {action: delay}                      | millis must be a whole number
                    {action: error, number: many}        | number must be a whole number
                    {action: drop, database: 7}          | database must be a text
                    {action: drop, at: noon}             | NOON
                    {action: drop, text: '('}            | Unclosed group
                    {action: drop, times: 0}             | at least once
                    {action: drop, at: login, text: x}   | Only a fault at a statement
                    {action: refuse, at: connect}        | no login is known
                    drop                                 | a rule must be a map
                    """)
    void refusesWhatIsNoRule(String rule, String reason) {
        assertThatThrownBy(() -> read("faults:\n  - {action: drop}\n  - " + rule + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rule 2")
                .hasMessageContaining(reason);
    }

    @Test
    void refusesAFileThatIsNoList() {
        assertThatThrownBy(() -> read("fault: x")).hasMessageContaining("one list called faults");
        assertThatThrownBy(() -> FaultFile.read(folder.resolve("none.yml"))).hasMessageContaining("cannot be read");
    }
}
