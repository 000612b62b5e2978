package dev.granary.emulator.views;

import dev.granary.emulator.engine.SqlType;
import dev.granary.emulator.model.Extras.Classification;
import dev.granary.emulator.model.Extras.EncryptionKey;
import dev.granary.emulator.model.Extras.MasterKey;
import dev.granary.emulator.model.SecurityPolicy;
import java.util.List;

/** What protects data: policies on rows, keys of columns, and what columns are said to hold. */
final class ProtectionViews {

    static final CatalogView<SecurityPolicy> SECURITY_POLICIES = CatalogView.<SecurityPolicy>sys("security_policies")
            .like(ObjectViews.COMMON)
            .bit("is_enabled", SecurityPolicy::enabled)
            .unset("is_not_for_replication")
            .bit("uses_database_collation", p -> true)
            .bit("is_schema_bound", p -> true)
            .key(
                    List.of("object_id"),
                    1,
                    s -> Rows.objects(s, SecurityPolicy.class),
                    (s, v) -> Rows.object(s, v[0], SecurityPolicy.class))
            .build();

    /** One predicate of a policy. */
    record OfPredicate(SecurityPolicy policy, SecurityPolicy.Predicate predicate) {}

    static final CatalogView<OfPredicate> SECURITY_PREDICATES = CatalogView.<OfPredicate>sys("security_predicates")
            .integer("object_id", r -> r.policy().id())
            .integer("security_predicate_id", r -> r.predicate().id())
            .integer("target_object_id", r -> r.predicate().tableId())
            .text(
                    "predicate_definition",
                    (r, s) -> s.definition(r.policy(), r.predicate().definition()))
            .integer("predicate_type", r -> r.predicate().block() ? 1 : 0)
            .nvarchar("predicate_type_desc", 60, r -> r.predicate().block() ? "BLOCK" : "FILTER")
            .integer("operation", r -> r.predicate().operation())
            .nvarchar("operation_desc", 60, r -> {
                var operation = r.predicate().operation();
                return operation == null
                        ? null
                        : List.of("AFTER_INSERT", "AFTER_UPDATE", "BEFORE_UPDATE", "BEFORE_DELETE")
                                .get(operation - 1);
            })
            .key(
                    List.of("object_id", "security_predicate_id"),
                    1,
                    s -> Rows.flat(Rows.objects(s, SecurityPolicy.class), ProtectionViews::predicates),
                    (s, v) -> Rows.flat(Rows.object(s, v[0], SecurityPolicy.class), ProtectionViews::predicates))
            .build();

    static final CatalogView<Classification> SENSITIVITY_CLASSIFICATIONS = CatalogView.<Classification>sys(
                    "sensitivity_classifications")
            .tinyint("class", c -> 1)
            .nvarchar("class_desc", 16, c -> "OBJECT_OR_COLUMN")
            .integer("major_id", c -> c.on().objectId())
            .integer("minor_id", c -> c.on().columnId())
            .variant("label", Classification::label)
            .variant("label_id", Classification::labelId)
            .variant("information_type", Classification::informationType)
            .variant("information_type_id", Classification::informationTypeId)
            .integer("rank", Classification::rank)
            .nvarchar("rank_desc", 60, c -> {
                var rank = c.rank();
                return rank == null
                        ? null
                        : List.of("NONE", "LOW", "MEDIUM", "HIGH", "CRITICAL").get(rank / 10);
            })
            .scan(s -> Rows.filter(
                    s.catalog().extras().classifications().values(),
                    c -> s.access().onDatabase("VIEW ANY SENSITIVITY CLASSIFICATION")
                            || s.access().onDatabase("VIEW DEFINITION")))
            .build();

    static final CatalogView<MasterKey> COLUMN_MASTER_KEYS = CatalogView.<MasterKey>sys("column_master_keys")
            .sysname("name", MasterKey::name)
            .integer("column_master_key_id", MasterKey::id)
            .datetime("create_date", MasterKey::created)
            .datetime("modify_date", MasterKey::created)
            .sysname("key_store_provider_name", MasterKey::provider)
            .nvarchar("key_path", 4000, MasterKey::path)
            .unset("allow_enclave_computations")
            .add("signature", SqlType.VARBINARY, 8000, 0, 0, (k, s) -> null)
            .scan(s -> s.catalog().extras().masterKeys().all())
            .build();

    static final CatalogView<EncryptionKey> COLUMN_ENCRYPTION_KEYS = CatalogView.<EncryptionKey>sys(
                    "column_encryption_keys")
            .sysname("name", EncryptionKey::name)
            .integer("column_encryption_key_id", EncryptionKey::id)
            .datetime("create_date", EncryptionKey::created)
            .datetime("modify_date", EncryptionKey::created)
            .key(
                    List.of("column_encryption_key_id"),
                    1,
                    s -> s.catalog().extras().encryptionKeys().all(),
                    (s, v) ->
                            Rows.oneOrNone(s.catalog().extras().encryptionKeys().byId(v[0])))
            .build();

    static final CatalogView<EncryptionKey> COLUMN_ENCRYPTION_KEY_VALUES = CatalogView.<EncryptionKey>sys(
                    "column_encryption_key_values")
            .integer("column_encryption_key_id", EncryptionKey::id)
            .integer("column_master_key_id", EncryptionKey::masterKeyId)
            .add("encrypted_value", SqlType.VARBINARY, 8000, 0, 0, (k, s) -> new byte[] {1})
            .sysname("encryption_algorithm_name", k -> "RSA_OAEP")
            .scan(s -> s.catalog().extras().encryptionKeys().all())
            .build();

    static final List<CatalogView<?>> ALL = List.of(
            SECURITY_POLICIES,
            SECURITY_PREDICATES,
            SENSITIVITY_CLASSIFICATIONS,
            COLUMN_MASTER_KEYS,
            COLUMN_ENCRYPTION_KEYS,
            COLUMN_ENCRYPTION_KEY_VALUES);

    private ProtectionViews() {}

    private static List<OfPredicate> predicates(SecurityPolicy policy) {
        return policy.predicates().stream().map(p -> new OfPredicate(policy, p)).toList();
    }
}
