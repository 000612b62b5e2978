package dev.granary.emulator.views;

import dev.granary.emulator.engine.SqlType;
import dev.granary.emulator.model.Extras.Assembly;
import java.util.List;
import java.util.Map;

/** Views that a client joins to, of things that nobody makes here: keys, certificates; and the languages of full-text search. */
final class UnusedViews {

    private static final Map<Integer, String> LANGUAGES = Map.of(
            0,
            "Neutral",
            1031,
            "German",
            1033,
            "English",
            1036,
            "French",
            1040,
            "Italian",
            2057,
            "British English",
            3082,
            "Spanish");

    static final CatalogView<Map.Entry<Integer, String>> FULLTEXT_LANGUAGES =
            CatalogView.<Map.Entry<Integer, String>>sys("fulltext_languages")
                    .integer("lcid", Map.Entry::getKey)
                    .sysname("name", Map.Entry::getValue)
                    .scan(s -> LANGUAGES.entrySet())
                    .build();

    static final CatalogView<Assembly> ASSEMBLY_FILES = CatalogView.<Assembly>sys("assembly_files")
            .integer("assembly_id", Assembly::id)
            .nvarchar("name", 260, a -> a.name() + ".dll")
            .integer("file_id", a -> 1)
            .add("content", SqlType.VARBINARY, -1, 0, 0, (a, s) -> new byte[] {0x4D, 0x5A})
            .scan(s -> s.catalog().extras().assemblies().all())
            .build();

    static final List<CatalogView<?>> ALL = List.of(
            FULLTEXT_LANGUAGES,
            ASSEMBLY_FILES,
            keys("symmetric_keys", "symmetric_key_id"),
            keys("asymmetric_keys", "asymmetric_key_id"),
            keys("certificates", "certificate_id"));

    private UnusedViews() {}

    private static CatalogView<Object> keys(String view, String id) {
        return CatalogView.<Object>sys(view)
                .sysname("name", r -> null)
                .integer("principal_id", r -> null)
                .integer(id, r -> null)
                .scan(s -> List.of())
                .build();
    }
}
