package dev.granary.emulator.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Splits a script at the lines that say GO, as SQL Server's own clients do. */
public final class Batches {

    private static final Pattern GO = Pattern.compile("(?im)^[ \\t]*GO[ \\t]*(\\d*)[ \\t]*;?[ \\t]*(?:--.*)?\\r?$");

    private Batches() {}

    public static List<String> of(String script) {
        var batches = new ArrayList<String>();
        var matcher = GO.matcher(script);
        int start = 0;
        while (matcher.find()) {
            add(batches, script.substring(start, matcher.start()));
            start = Math.min(script.length(), matcher.end() + 1);
        }
        add(batches, script.substring(start));
        return batches;
    }

    private static void add(List<String> batches, String text) {
        if (!text.isBlank()) {
            int end = text.length();
            if (text.endsWith("\r\n")) {
                end -= 2;
            } else if (text.endsWith("\n")) {
                end -= 1;
            }
            batches.add(text.substring(0, end));
        }
    }
}
