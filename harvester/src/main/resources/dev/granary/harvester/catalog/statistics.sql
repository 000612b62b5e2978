-- One row per column of statistics that a person made, by object_id, stats_id and the column's place. Aliases are the components of
-- StatisticRow.
-- Needs VIEW DEFINITION; without it the filter's expression is NULL. Those of indexes follow from them; those the server made come and go.
SELECT st.object_id         AS object_id,
       st.stats_id          AS statistic_id,
       st.name              AS statistic_name,
       st.has_filter        AS filtered,
       st.filter_definition AS filter_expression,
       st.no_recompute      AS no_recompute,
       st.is_incremental    AS incremental,
       c.name               AS column_name
  FROM sys.stats AS st
  JOIN sys.objects AS o ON o.object_id = st.object_id
  LEFT JOIN sys.stats_columns AS sc ON sc.object_id = st.object_id AND sc.stats_id = st.stats_id
  LEFT JOIN sys.columns AS c ON c.object_id = sc.object_id AND c.column_id = sc.column_id
 WHERE st.user_created = 1
   AND o.type IN ('U', 'V')
   AND o.is_ms_shipped = 0
 ORDER BY st.object_id, st.stats_id, sc.stats_column_id
