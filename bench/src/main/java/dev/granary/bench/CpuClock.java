package dev.granary.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** CPU seconds that a process and the children it has had have used, from Linux's own accounts. */
final class CpuClock {

    /** Clock ticks a second in /proc, fixed at 100 on Linux. */
    private static final double TICKS = 100;

    private CpuClock() {}

    static double seconds(long pid) throws IOException {
        double seconds = own(pid);
        var children = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .toList();
        for (var child : children) {
            seconds += own(child.pid());
        }
        return seconds;
    }

    /** Fields 14 to 17 of stat: user and system time, the process's own and that of children it waited for. */
    private static double own(long pid) throws IOException {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double ticks = 0;
            for (int field = 11; field <= 14; field++) {
                ticks += Double.parseDouble(fields[field]);
            }
            return ticks / TICKS;
        } catch (NoSuchFileException e) {
            return 0; // ended meanwhile: its time is in its parent's account
        }
    }
}
