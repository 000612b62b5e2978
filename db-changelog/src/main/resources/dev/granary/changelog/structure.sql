--liquibase formatted sql

--changeset granary:structure-codes
INSERT INTO granary.object_kind (code, name) VALUES
    (20, 'partition_function'), (21, 'partition_scheme'), (22, 'security_policy'), (23, 'xml_schema_collection'),
    (24, 'assembly'), (25, 'database_trigger');
INSERT INTO granary.aspect (code, name, structural) VALUES
    (16, 'storage', false), (17, 'edgeConstraints', true), (18, 'partitionFunction', false), (19, 'partitionScheme', false),
    (20, 'securityPolicy', true), (21, 'assembly', true), (22, 'clr', true), (23, 'xmlSchemas', true),
    (24, 'numberedProcedures', true), (25, 'statistics', false), (26, 'fulltext', true);
