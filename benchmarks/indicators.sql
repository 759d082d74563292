-- Weekly indicators of whole acts as somebody who knows DuckDB would write them down. SQLite runs it too.
WITH good AS (
  SELECT border, week, kind, clash, side, warning_shots,
    side IN ('far', 'none') AS outside,
    coalesce(times, 1.0) AS times,
    coalesce(people, 0.0) AS people,
    coalesce(means_rank, 0.0) AS means_rank,
    coalesce(killed, 0.0) AS killed,
    coalesce(injured, 0.0) + CASE WHEN kind = 'death' THEN 0.0 ELSE coalesce(killed, 0.0) END AS hurt
  FROM events
  WHERE grade_letter IN ('A', 'B', 'C') AND grade_digit <= 3
),
acts AS MATERIALIZED (
  SELECT border, week, kind,
    sum(times) FILTER (WHERE outside) AS often,
    count(*) FILTER (WHERE outside) AS n_often,
    sum(times) FILTER (WHERE outside AND NOT warning_shots) AS often_sharp,
    count(*) FILTER (WHERE outside AND NOT warning_shots) AS n_sharp,
    sum(times) FILTER (WHERE side = 'far') AS often_far,
    count(*) FILTER (WHERE side = 'far') AS n_far,
    max(people) FILTER (WHERE outside) AS people,
    max(means_rank) FILTER (WHERE outside AND NOT warning_shots) AS means_rank,
    sum(hurt) FILTER (WHERE outside AND clash IS NULL) AS hurt,
    count(*) FILTER (WHERE outside AND clash IS NULL) AS n_hurt,
    sum(killed) FILTER (WHERE clash IS NULL AND (killed > 0 OR kind = 'death')) AS killed,
    count(*) FILTER (WHERE clash IS NULL AND (killed > 0 OR kind = 'death')) AS n_killed
  FROM good
  GROUP BY border, week, kind
),
clashes AS MATERIALIZED (
  SELECT border, week, kind, clash,
    max(hurt) FILTER (WHERE outside) AS hurt,
    count(*) FILTER (WHERE outside) AS n_hurt,
    max(killed) FILTER (WHERE killed > 0 OR kind = 'death') AS killed,
    count(*) FILTER (WHERE killed > 0 OR kind = 'death') AS n_killed
  FROM good
  WHERE clash IS NOT NULL
  GROUP BY border, week, kind, clash
),
classes(kind, attack, damage) AS (VALUES
  ('stone_throwing', 1, 0), ('slingshot', 1, 0), ('pepper_spray', 1, 0), ('pyrotechnics', 1, 0), ('laser', 1, 0),
  ('knife_attack', 1, 0), ('assault', 1, 0), ('fence_damage', 0, 1), ('tunnel', 0, 1)
),
parts AS MATERIALIZED (
  SELECT border, week, 'incidents' AS factor, 'b1' AS indicator, kind, often AS value, n_often AS n, 1 AS weeks
  FROM acts WHERE n_often > 0 AND kind IN (SELECT kind FROM classes WHERE attack = 1)
  UNION ALL
  SELECT border, week, 'incidents', 'b2', kind, often, n_often, 1
  FROM acts WHERE n_often > 0 AND kind IN (SELECT kind FROM classes WHERE damage = 1)
  UNION ALL
  SELECT border, week, 'incidents', 'b3', kind, often_far, n_far, 1
  FROM acts WHERE n_far > 0
    AND (kind IN (SELECT kind FROM classes) OR kind IN ('armed_incursion', 'weapon_aimed', 'mass_push'))
  UNION ALL
  SELECT border, week, 'military', 'm1', kind, often, n_often, 1
  FROM acts WHERE n_often > 0 AND kind IN ('exercise', 'deployment')
  UNION ALL
  SELECT border, week, 'military', 'm3', kind, often_sharp, n_sharp, 1
  FROM acts WHERE n_sharp > 0 AND kind IN ('shots_fired', 'weapon_use', 'weapon_aimed')
  UNION ALL
  SELECT border, week, 'intelligence', 's1', kind, often, n_often, 4
  FROM acts WHERE n_often > 0 AND kind = 'espionage'
  UNION ALL
  SELECT border, week, 'information', 'i1', kind, often, n_often, 1
  FROM acts WHERE n_often > 0 AND kind = 'information_attack'
  UNION ALL
  SELECT border, week, 'information', 'i3', kind, often, n_often, 1
  FROM acts WHERE n_often > 0 AND kind = 'cyber'
  UNION ALL
  SELECT border, week, 'airspace', 'a1', kind, often, n_often, 1
  FROM acts WHERE n_often > 0 AND kind IN ('balloon', 'drone')
  UNION ALL
  SELECT border, week, 'airspace', 'a3', kind, often, n_often, 4
  FROM acts WHERE n_often > 0 AND kind = 'airspace_violation'
),
largest AS (
  SELECT border, week, 'incidents' AS factor, 'b4' AS indicator, kind, people AS value, n_often AS n
  FROM acts WHERE n_often > 0 AND (kind IN (SELECT kind FROM classes) OR kind IN ('mass_push', 'crossing_attempt'))
  UNION ALL
  SELECT border, week, 'incidents', 'means', kind, means_rank, n_sharp
  FROM acts WHERE n_sharp > 0 AND (kind IN (SELECT kind FROM classes)
    OR kind IN ('shots_fired', 'weapon_use', 'weapon_aimed', 'mass_push'))
),
people AS MATERIALIZED (
  SELECT border, week, 'incidents' AS factor, 'b1-wounded' AS indicator, kind, NULL AS clash, hurt AS value, n_hurt AS n
  FROM acts WHERE n_hurt > 0
    AND (kind IN (SELECT kind FROM classes WHERE attack = 1) OR kind IN ('shots_fired', 'weapon_use'))
  UNION ALL
  SELECT border, week, 'incidents', 'b1-wounded', kind, clash, hurt, n_hurt
  FROM clashes WHERE n_hurt > 0
    AND (kind IN (SELECT kind FROM classes WHERE attack = 1) OR kind IN ('shots_fired', 'weapon_use'))
  UNION ALL
  SELECT border, week, 'protection', 'p5', kind, NULL, killed, n_killed FROM acts WHERE n_killed > 0
  UNION ALL
  SELECT border, week, 'protection', 'p5', kind, clash, killed, n_killed FROM clashes WHERE n_killed > 0
),
windows(weeks, later) AS (VALUES (1, 0), (4, 0), (4, 1), (4, 2), (4, 3)),
once AS (
  SELECT border, week, factor, indicator, max(value) AS value, sum(n) AS n
  FROM people WHERE clash IS NOT NULL
  GROUP BY border, week, factor, indicator, clash
  UNION ALL
  SELECT border, week, factor, indicator, value, n FROM people WHERE clash IS NULL
)
SELECT border, week, factor, indicator, kind, value, n FROM parts
UNION ALL
SELECT border, week, factor, indicator, kind, value, n FROM largest
UNION ALL
SELECT border, week, factor, indicator, kind, sum(value), sum(n)
FROM people GROUP BY border, week, factor, indicator, kind
UNION ALL
SELECT border, week + later, factor, indicator, '*', sum(value), sum(n)
FROM parts JOIN windows USING (weeks) WHERE week + later <= $last
GROUP BY border, week + later, factor, indicator
UNION ALL
SELECT border, week, factor, indicator, '*', max(value), sum(n)
FROM largest GROUP BY border, week, factor, indicator
UNION ALL
SELECT border, week, factor, indicator, '*', sum(value), sum(n)
FROM once GROUP BY border, week, factor, indicator
