package dev.granary.emulator.views;

import java.util.List;

/** Keys and certificates, of which no database here has any. */
final class KeyringViews {

    static final CatalogView<Scope> SYMMETRIC_KEYS = keys("symmetric_keys", "symmetric_key_id");
    static final CatalogView<Scope> ASYMMETRIC_KEYS = keys("asymmetric_keys", "asymmetric_key_id");
    static final CatalogView<Scope> CERTIFICATES = keys("certificates", "certificate_id");

    private KeyringViews() {}

    private static CatalogView<Scope> keys(String name, String id) {
        return CatalogView.<Scope>sys(name)
                .sysname("name", s -> null)
                .integer("principal_id", s -> null)
                .integer(id, s -> null)
                .scan(s -> List.of())
                .build();
    }
}
