CREATE VIEW figures_tidy AS
SELECT r.source, CASE WHEN a.registered THEN a.id END AS agency_id, a.name AS agency, r.year, r.form,
  c."table", c."row", c."column", f.value, s.state, nullif(coalesce(f.raw, CAST(f.value AS TEXT)), '') AS raw, f.location
FROM figures f
JOIN reports r ON r.id = f.report
LEFT JOIN agencies a ON a.id = r.agency
JOIN cells c ON c.id = f.cell
JOIN states s ON s.id = f.state
UNION ALL
SELECT r.source, CASE WHEN a.registered THEN a.id END, a.name, r.year, r.form,
  f."table", f."row", f."column", f.value, s.state, nullif(coalesce(f.raw, CAST(f.value AS TEXT)), ''), f.location
FROM own_figures f
JOIN reports r ON r.id = f.report
LEFT JOIN agencies a ON a.id = r.agency
JOIN states s ON s.id = f.state;

CREATE VIEW reports_tidy AS
SELECT r.source, CASE WHEN a.registered THEN a.id END AS agency_id, a.name AS agency, r.year, r.form, r.title, r.publish_date, r.sha256, r.size,
  r.format, r.encoding, CASE WHEN r.current THEN 'true' ELSE 'false' END AS current, r.page, r.file,
  r.reported, r.blank, r.not_applicable, r.unreadable, r.missing, r.passed, r.failed, r.not_assessable,
  r.received, r.concluded, r.reviews, r.lawsuits, r.transcribed_by,
  (SELECT group_concat(source, '|') FROM (SELECT source FROM further_sources WHERE report = r.id ORDER BY position)) AS further_sources,
  coalesce(r.agency, 'unidentified') AS agency_key
FROM reports r
LEFT JOIN agencies a ON a.id = r.agency;

CREATE VIEW checks_tidy AS
SELECT r.source, CASE WHEN a.registered THEN a.id END AS agency_id, a.name AS agency, r.year, n.relation, s.status, k.left, k.right, k.detail
FROM checks k
JOIN reports r ON r.id = k.report
LEFT JOIN agencies a ON a.id = r.agency
JOIN relations n ON n.id = k.relation
JOIN statuses s ON s.id = k.status;

CREATE VIEW requests_by_year AS
SELECT year, count(*) AS reports, sum(received) AS received, sum(concluded) AS concluded, sum(reviews) AS reviews, sum(lawsuits) AS lawsuits
FROM reports
WHERE current AND year IS NOT NULL
GROUP BY year;

CREATE VIEW requests_outcomes AS
WITH parts AS (
  SELECT f.report, CASE WHEN instr(c."row", '.') THEN substr(c."row", 1, instr(c."row", '.') - 1) ELSE c."row" END AS outcome,
    CASE WHEN count(f.value) = count(*) THEN sum(f.value) END AS value
  FROM reports r
  JOIN figures f ON f.report = r.id
  JOIN cells c ON c.id = f.cell
  WHERE r.current AND c."table" = 'requests' AND c."column" = 'total'
  GROUP BY f.report, outcome),
wide AS (
  SELECT report,
    max(CASE WHEN outcome = 'received' THEN value END) AS received,
    max(CASE WHEN outcome = 'carried_in' THEN value END) AS carried_in,
    max(CASE WHEN outcome = 'granted' THEN value END) AS granted,
    max(CASE WHEN outcome = 'partly_granted' THEN value END) AS partly_granted,
    max(CASE WHEN outcome = 'refused' THEN value END) AS refused,
    max(CASE WHEN outcome = 'unavailable' THEN value END) AS unavailable,
    max(CASE WHEN outcome = 'not_processed' THEN value END) AS not_processed,
    max(CASE WHEN outcome = 'other' THEN value END) AS other,
    max(CASE WHEN outcome = 'concluded' THEN value END) AS concluded,
    max(CASE WHEN outcome = 'carried_out' THEN value END) AS carried_out
  FROM parts
  GROUP BY report),
added AS (
  SELECT *, nullif(granted + partly_granted + refused + unavailable + not_processed + other, 0) * 1.0 AS outcomes FROM wide)
SELECT r.id AS report, r.agency, a.name AS agency_name, r.year, r.form, w.received, w.carried_in, w.granted, w.partly_granted, w.refused,
  w.unavailable, w.not_processed, w.other, w.concluded, w.carried_out,
  round(w.granted / w.outcomes, 4) AS granted_share,
  round(w.partly_granted / w.outcomes, 4) AS partly_granted_share,
  round(w.refused / w.outcomes, 4) AS refused_share,
  round(w.unavailable / w.outcomes, 4) AS unavailable_share,
  round(w.not_processed / w.outcomes, 4) AS not_processed_share,
  round(w.other / w.outcomes, 4) AS other_share
FROM added w
JOIN reports r ON r.id = w.report
LEFT JOIN agencies a ON a.id = r.agency;

CREATE VIEW failed_checks AS
SELECT r.id AS report, r.source, r.agency, a.name AS agency_name, r.year, n.rule, n.relation, k.left, k.right, k.left - k.right AS difference, k.detail, r.page
FROM checks k
JOIN statuses s ON s.id = k.status
JOIN relations n ON n.id = k.relation
JOIN reports r ON r.id = k.report
LEFT JOIN agencies a ON a.id = r.agency
WHERE s.status = 'failed' AND r.current;

CREATE VIEW carry_over AS
SELECT r.id AS report, r.agency, a.name AS agency_name, r.year, substr(n.relation, 12) AS "column", k.left AS carried_out, k.right AS carried_in,
  k.left - k.right AS difference, s.status
FROM checks k
JOIN relations n ON n.id = k.relation
JOIN statuses s ON s.id = k.status
JOIN reports r ON r.id = k.report
LEFT JOIN agencies a ON a.id = r.agency
WHERE n.rule = 'carry_over';

CREATE VIEW missing_reports AS
WITH RECURSIVE years(agency, year, last) AS (
  SELECT agency, min(year), max(year) FROM reports WHERE agency IS NOT NULL AND year IS NOT NULL GROUP BY agency
  UNION ALL
  SELECT agency, year + 1, last FROM years WHERE year < last)
SELECT y.agency, a.name AS agency_name, y.year
FROM years y
JOIN agencies a ON a.id = y.agency
WHERE NOT EXISTS (SELECT 1 FROM reports r WHERE r.agency = y.agency AND r.year = y.year);

CREATE VIEW latest_reports AS
SELECT a.id AS agency, a.name AS agency_name, a.region, a.kind, r.id AS report, r.year, r.form, r.publish_date, r.received, r.concluded, r.failed, r.page
FROM agencies a
JOIN reports r ON r.agency = a.id AND r.current
WHERE r.year = (SELECT max(year) FROM reports WHERE agency = a.id AND current);

CREATE VIEW late_reports AS
SELECT r.agency, a.name AS agency_name, r.year, r.due_date, min(r.publish_date) AS publish_date,
  CAST(julianday(min(r.publish_date)) - julianday(r.due_date) AS INTEGER) AS days_late
FROM reports r
JOIN agencies a ON a.id = r.agency
WHERE r.due_date IS NOT NULL
GROUP BY r.agency, r.year
HAVING count(r.publish_date) = count(*) AND min(r.publish_date) > r.due_date;

CREATE VIEW corrected_figures AS
SELECT r.id AS report, r.source, r.agency, a.name AS agency_name, r.year, c."table", c."row", c."column", nullif(f.raw, '') AS raw, k.value, k.reason
FROM corrections k
JOIN figures f ON f.report = k.report AND f.cell = k.cell
JOIN cells c ON c.id = k.cell
JOIN reports r ON r.id = k.report
LEFT JOIN agencies a ON a.id = r.agency;

CREATE VIEW figures_without_number AS
SELECT r.id AS report, r.source, r.agency, a.name AS agency_name, r.year, c."table", c."row", c."column", s.state, f.raw, f.location
FROM figures f
JOIN states s ON s.id = f.state
JOIN cells c ON c.id = f.cell
JOIN reports r ON r.id = f.report
LEFT JOIN agencies a ON a.id = r.agency
WHERE f.value IS NULL AND r.current;
