package dev.granary.standalone;

import dev.granary.harvester.runs.HarvestReport;
import java.nio.file.Path;

/** What a user needs to know once everything runs and the first harvest is over. */
record Ready(String url, String key, Path data, HarvestReport report) {

    /** The one line that scripts wait for. It is the one place where the key is printed. */
    String line() {
        var databases = report.databases();
        return "GRANARY READY url=%s key=%s data=%s published=%d failed=%d skipped=%d"
                .formatted(
                        url,
                        key,
                        data,
                        databases.published() + databases.unchanged(),
                        databases.failed(),
                        databases.skipped());
    }

    /** Commands to paste into another terminal. */
    String examples(boolean emulated) {
        var curl = "curl -s -H @%s/api-key.header '%s".formatted(data, url);
        var lines = new StringBuilder("Try, in another terminal:\n");
        lines.append("  ").append(curl).append("/api/v1/servers'\n");
        if (emulated) {
            lines.append("  ").append(curl).append("/api/v1/servers/saas-prod/databases?limit=3'\n");
            lines.append("  ").append(curl).append("/api/v1/servers/erp-prod/databases/erp/objects?kind=table'\n");
            lines.append("  ")
                    .append(curl)
                    .append("/api/v1/servers/erp-prod/databases/erp/object?schema=sales&name=sales_order'\n");
        }
        lines.append("  ").append(curl).append("/api/v1/runs'\n");
        return lines.append("Ctrl-C ends it; the data stays in ")
                .append(data)
                .append('\n')
                .toString();
    }
}
