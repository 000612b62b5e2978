package dev.granary.emulator.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The namespaces that the schemas of a collection are for. */
final class XmlNamespaces {

    private static final Pattern TARGET = Pattern.compile("targetNamespace\\s*=\\s*[\"']([^\"']*)[\"']");

    private XmlNamespaces() {}

    static List<String> in(String schemas) {
        var found = new ArrayList<String>();
        var matcher = TARGET.matcher(schemas);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found.isEmpty() ? List.of("") : found;
    }
}
