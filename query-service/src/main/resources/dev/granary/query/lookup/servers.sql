-- One row per registered server, disabled ones too, in the order of their names; with what the last look found the pause that holds
-- and the breaker.
SELECT s.name, s.environment, CAST(array_to_json(s.tags) AS text) AS tags, COALESCE(h.version, s.version) AS version, s.enabled, s.status,
       h.status AS health, h.checked_at, h.success_at, h.latency_ms, h.failures, h.reason,
       p.server_id IS NOT NULL AS paused, p.until AS paused_until, p.reason AS pause_reason,
       b.failures AS breaker_failures, b.rest_until, b.code AS breaker_code, b.reason AS breaker_reason
  FROM granary.server AS s
  LEFT JOIN granary.server_health AS h ON h.server_id = s.id
  LEFT JOIN granary.server_breaker AS b ON b.server_id = s.id
  LEFT JOIN granary.server_pause AS p ON p.server_id = s.id AND (p.until IS NULL OR p.until > now())
 WHERE s.name COLLATE "C" > :after
 ORDER BY s.name COLLATE "C"
 LIMIT :limit
