-- One row per enabled server: when it is harvested. Aliases are the components of ScheduledServer.
SELECT name,
       settings #>> '{schedule,full}' AS cron,
       settings #>> '{schedule,zone}' AS zone
  FROM granary.server
 WHERE enabled
 ORDER BY name
