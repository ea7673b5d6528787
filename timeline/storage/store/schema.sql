-- What is kept between builds. Texts that people wrote (ids, reasons) are blobs: broken JSON may hold half a surrogate pair.

CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- The manifest: with which versions of program, grammar, gazetteer and model an article was read.
CREATE TABLE versions (version INTEGER PRIMARY KEY, told TEXT NOT NULL UNIQUE);

CREATE TABLE editions (edition INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, finished INTEGER NOT NULL DEFAULT 0);

CREATE TABLE articles (
  article INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  digest TEXT NOT NULL,
  place BLOB NOT NULL,                        -- the file and the place in it; its id where nobody told
  published INTEGER NOT NULL,                 -- day as an ordinal; the last one there is where it is not known
  card BLOB NOT NULL,                         -- what a copy of another article is known by
  print INTEGER,                              -- its signature
  head INTEGER,                               -- the article that it copies; itself where it is the first
  seen INTEGER NOT NULL,                      -- the run that last found it in its input
  version INTEGER,                            -- what it was read with; NULL: it was not read yet
  reason BLOB                                 -- why it was set aside
);
CREATE INDEX articles_by_print ON articles (print);
CREATE INDEX articles_by_head ON articles (head);
CREATE TABLE texts (article INTEGER PRIMARY KEY, text BLOB NOT NULL);
CREATE TABLE unread (place BLOB NOT NULL, reason BLOB NOT NULL);

-- Signatures of texts, and which of them are alike.
CREATE TABLE prints (print INTEGER PRIMARY KEY, signature BLOB NOT NULL UNIQUE, cluster INTEGER);
CREATE INDEX prints_by_cluster ON prints (cluster);
CREATE TABLE bands (band INTEGER NOT NULL, print INTEGER NOT NULL, PRIMARY KEY (band, print)) WITHOUT ROWID;
CREATE INDEX bands_by_print ON bands (print);

-- Events as articles tell them; article 0 stands for rows that people wrote.
CREATE TABLE events (
  event INTEGER PRIMARY KEY,
  article INTEGER NOT NULL,
  id BLOB NOT NULL,
  told BLOB NOT NULL,
  part INTEGER                                -- NULL: what it hangs together with is to be found anew
);
CREATE INDEX events_by_article ON events (article);
CREATE INDEX events_by_id ON events (id);
CREATE INDEX events_by_part ON events (part);

CREATE TABLE blocks (block INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, touched INTEGER NOT NULL);
CREATE INDEX blocks_touched ON blocks (block) WHERE touched;
CREATE TABLE members (block INTEGER NOT NULL, event INTEGER NOT NULL, PRIMARY KEY (block, event)) WITHOUT ROWID;
CREATE INDEX members_by_event ON members (event);
CREATE TABLE edges (
  block INTEGER NOT NULL, one INTEGER NOT NULL, other INTEGER NOT NULL, PRIMARY KEY (block, one, other)
) WITHOUT ROWID;
CREATE INDEX edges_by_one ON edges (one, other);

-- Parts of events that hang together, and the rows that were made of them.
CREATE TABLE parts (part INTEGER PRIMARY KEY, settled INTEGER NOT NULL DEFAULT 0);
CREATE INDEX parts_unsettled ON parts (part) WHERE NOT settled;
CREATE TABLE rows (part INTEGER NOT NULL, start INTEGER NOT NULL, id BLOB NOT NULL, told BLOB NOT NULL);
CREATE INDEX rows_by_part ON rows (part);
CREATE INDEX rows_in_order ON rows (start, id);

-- The edition in which an event first stood in the table.
CREATE TABLE first_built (id BLOB PRIMARY KEY, edition INTEGER NOT NULL) WITHOUT ROWID;
