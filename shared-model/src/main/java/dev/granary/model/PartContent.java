package dev.granary.model;

/**
 * What one aspect of an object says. Its canonical JSON is what is hashed and stored, so a component is added, never renamed, and every
 * component has a default (null, false, 0, an empty list) that is left out of the bytes.
 */
public sealed interface PartContent
        permits TableOptions,
                Columns,
                Keys,
                Indexes,
                ForeignKeys,
                Checks,
                ModuleText,
                Parameters,
                TriggerOptions,
                SynonymTarget,
                SequenceOptions,
                AliasType,
                Descriptions,
                SchemaOptions,
                DatabaseOptions,
                Storage,
                EdgeConstraints,
                PartitionFunction,
                PartitionScheme,
                SecurityPolicy,
                AssemblyOptions,
                ClrCode,
                XmlSchemas,
                NumberedProcedures,
                Statistics,
                FulltextIndex,
                PrincipalOptions,
                Memberships,
                Permissions,
                Classification,
                Dependencies,
                ScopedConfiguration {

    Aspect aspect();
}
