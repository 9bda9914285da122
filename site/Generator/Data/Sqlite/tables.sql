CREATE TABLE about(
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE documentation(
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  "column" TEXT,
  chinese TEXT NOT NULL,
  english TEXT NOT NULL,
  PRIMARY KEY (name, position)
) WITHOUT ROWID;

CREATE TABLE editions(
  form TEXT PRIMARY KEY,
  position INTEGER NOT NULL UNIQUE,
  label_zh TEXT NOT NULL,
  label_en TEXT NOT NULL,
  legal_basis TEXT NOT NULL,
  first_year INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE form_tables(
  form TEXT NOT NULL REFERENCES editions(form),
  "table" TEXT NOT NULL,
  label_zh TEXT NOT NULL,
  label_en TEXT NOT NULL,
  PRIMARY KEY (form, "table")
) WITHOUT ROWID;

CREATE TABLE cells(
  id INTEGER PRIMARY KEY,
  form TEXT NOT NULL,
  "table" TEXT NOT NULL,
  "row" TEXT NOT NULL,
  "column" TEXT NOT NULL,
  alias TEXT,
  row_zh TEXT NOT NULL,
  row_en TEXT NOT NULL,
  column_zh TEXT NOT NULL,
  column_en TEXT NOT NULL,
  article TEXT,
  unit TEXT NOT NULL,
  kind TEXT NOT NULL,
  UNIQUE (form, "table", "row", "column"),
  FOREIGN KEY (form, "table") REFERENCES form_tables(form, "table")
);

CREATE TABLE states(
  id INTEGER PRIMARY KEY,
  state TEXT NOT NULL UNIQUE,
  label_zh TEXT NOT NULL,
  label_en TEXT NOT NULL
);

CREATE TABLE statuses(
  id INTEGER PRIMARY KEY,
  status TEXT NOT NULL UNIQUE,
  label_zh TEXT NOT NULL,
  label_en TEXT NOT NULL
);

CREATE TABLE rules(
  rule TEXT PRIMARY KEY,
  position INTEGER NOT NULL UNIQUE,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  says_zh TEXT NOT NULL,
  says_en TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE relations(
  id INTEGER PRIMARY KEY,
  relation TEXT NOT NULL UNIQUE,
  rule TEXT NOT NULL REFERENCES rules(rule)
);

CREATE TABLE relation_terms(
  relation INTEGER NOT NULL REFERENCES relations(id),
  side TEXT NOT NULL CHECK (side IN ('left', 'right')),
  cell INTEGER NOT NULL REFERENCES cells(id),
  PRIMARY KEY (relation, side, cell)
) WITHOUT ROWID;

CREATE TABLE agencies(
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  registered INTEGER NOT NULL CHECK (registered IN (0, 1)),
  region TEXT,
  kind TEXT,
  page TEXT
) WITHOUT ROWID;

CREATE TABLE agency_names(
  agency TEXT NOT NULL REFERENCES agencies(id),
  name TEXT NOT NULL,
  PRIMARY KEY (agency, name)
) WITHOUT ROWID;

CREATE TABLE successions(
  predecessor TEXT NOT NULL REFERENCES agencies(id),
  successor TEXT NOT NULL REFERENCES agencies(id),
  PRIMARY KEY (predecessor, successor)
) WITHOUT ROWID;

CREATE TABLE reports(
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL UNIQUE,
  agency TEXT REFERENCES agencies(id),
  agency_from TEXT,
  year INTEGER,
  year_from TEXT,
  form TEXT REFERENCES editions(form),
  title TEXT,
  publish_date TEXT,
  publish_date_from TEXT,
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  format TEXT NOT NULL,
  encoding TEXT,
  url TEXT,
  accessed TEXT,
  current INTEGER NOT NULL CHECK (current IN (0, 1)),
  page TEXT NOT NULL,
  json TEXT NOT NULL,
  file TEXT NOT NULL,
  reported INTEGER NOT NULL,
  blank INTEGER NOT NULL,
  not_applicable INTEGER NOT NULL,
  unreadable INTEGER NOT NULL,
  missing INTEGER NOT NULL,
  passed INTEGER NOT NULL,
  failed INTEGER NOT NULL,
  not_assessable INTEGER NOT NULL,
  received, -- columns without a type take numbers as they are
  concluded,
  reviews,
  lawsuits,
  transcribed_by TEXT,
  due_date TEXT
);

CREATE INDEX reports_of_agency ON reports(agency, year);

CREATE TABLE further_sources(
  report INTEGER NOT NULL REFERENCES reports(id),
  position INTEGER NOT NULL,
  source TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  format TEXT NOT NULL,
  encoding TEXT,
  url TEXT,
  accessed TEXT,
  file TEXT NOT NULL,
  transcribed_by TEXT,
  agreeing INTEGER NOT NULL,
  unmatched INTEGER NOT NULL,
  PRIMARY KEY (report, position)
) WITHOUT ROWID;

CREATE TABLE further_figures(
  report INTEGER NOT NULL,
  source INTEGER NOT NULL,
  "table" TEXT NOT NULL,
  "row" TEXT NOT NULL,
  "column" TEXT NOT NULL,
  finding TEXT NOT NULL CHECK (finding IN ('differing', 'additional')),
  value,
  state INTEGER NOT NULL REFERENCES states(id),
  raw TEXT,
  location TEXT,
  PRIMARY KEY (report, source, "table", "row", "column"),
  FOREIGN KEY (report, source) REFERENCES further_sources(report, position)
) WITHOUT ROWID;

CREATE TABLE figures(
  report INTEGER NOT NULL REFERENCES reports(id),
  cell INTEGER NOT NULL REFERENCES cells(id),
  value,
  state INTEGER NOT NULL REFERENCES states(id),
  raw TEXT,
  location TEXT,
  PRIMARY KEY (report, cell)
) WITHOUT ROWID;

CREATE TABLE own_tables(
  report INTEGER NOT NULL REFERENCES reports(id),
  "table" TEXT NOT NULL,
  title TEXT,
  PRIMARY KEY (report, "table")
) WITHOUT ROWID;

CREATE TABLE own_figures(
  report INTEGER NOT NULL,
  "table" TEXT NOT NULL,
  position INTEGER NOT NULL,
  "row" TEXT,
  "column" TEXT,
  value,
  state INTEGER NOT NULL REFERENCES states(id),
  raw TEXT,
  location TEXT,
  PRIMARY KEY (report, "table", position),
  FOREIGN KEY (report, "table") REFERENCES own_tables(report, "table")
) WITHOUT ROWID;

CREATE TABLE corrections(
  report INTEGER NOT NULL,
  cell INTEGER NOT NULL,
  expect TEXT,
  value,
  reason TEXT,
  PRIMARY KEY (report, cell),
  FOREIGN KEY (report, cell) REFERENCES figures(report, cell)
) WITHOUT ROWID;

CREATE TABLE checks(
  report INTEGER NOT NULL REFERENCES reports(id),
  position INTEGER NOT NULL,
  relation INTEGER NOT NULL REFERENCES relations(id),
  status INTEGER NOT NULL REFERENCES statuses(id),
  left,
  right,
  detail TEXT,
  PRIMARY KEY (report, position)
) WITHOUT ROWID;

CREATE TABLE diagnostics(
  id INTEGER PRIMARY KEY,
  report INTEGER REFERENCES reports(id),
  code TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('info', 'warning', 'error')),
  file TEXT NOT NULL,
  location TEXT,
  chinese TEXT NOT NULL,
  english TEXT NOT NULL,
  remedy_chinese TEXT,
  remedy_english TEXT
);
