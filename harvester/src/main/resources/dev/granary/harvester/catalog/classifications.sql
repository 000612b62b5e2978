-- One row per column with a sensitivity classification, by object_id and column_id. Aliases are the components of ClassificationRow.
-- Needs VIEW ANY SENSITIVITY CLASSIFICATION on the database. The view exists since SQL Server 2019 and in Azure; its texts are sql_variant.
-- Before that, tools kept the like in extended properties, which descriptions.sql reads.
SELECT sc.major_id                                AS object_id,
       c.name                                     AS column_name,
       CONVERT(nvarchar(256), sc.label)            AS label,
       CONVERT(nvarchar(256), sc.information_type) AS information_type,
       sc.rank_desc                               AS rank_description
  FROM sys.sensitivity_classifications AS sc
  LEFT JOIN sys.columns AS c ON c.object_id = sc.major_id AND c.column_id = sc.minor_id
 WHERE sc.class = 1
 ORDER BY sc.major_id, sc.minor_id
