package dev.granary.harvester.runs;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Names this process among all that share the store; a process started anew with the same id has another name. */
@Component
public class ProcessName {

    private final String name =
            ProcessHandle.current().pid() + "-" + UUID.randomUUID().toString().substring(0, 8);

    @Override
    public String toString() {
        return name;
    }
}
