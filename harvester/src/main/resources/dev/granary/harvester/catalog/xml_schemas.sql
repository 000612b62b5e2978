-- One row per namespace of an XML schema collection, by xml_collection_id and namespace. Aliases are the components of XmlSchemaRow.
-- Needs VIEW DEFINITION. The schemas' text is made by a function for each collection, so it is not read. Collection 1 is the server's own.
SELECT xc.xml_collection_id AS collection_id,
       s.name               AS schema_name,
       xc.name              AS collection_name,
       xc.create_date       AS created_at,
       xc.modify_date       AS modified_at,
       xn.name              AS namespace
  FROM sys.xml_schema_collections AS xc
  JOIN sys.schemas AS s ON s.schema_id = xc.schema_id
  LEFT JOIN sys.xml_schema_namespaces AS xn ON xn.xml_collection_id = xc.xml_collection_id
 WHERE xc.xml_collection_id > 1
   AND s.name <> 'sys'
 ORDER BY xc.xml_collection_id, xn.name
