-- Perdure's store, version 1. Times are microseconds since 1970 UTC. Read it through the views at the end.
-- A seal is a checksum over the other columns of its row, but for frames, which have a crc of their own.

CREATE TABLE counter (
    name  TEXT PRIMARY KEY,
    value INTEGER NOT NULL,
    seal  INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE method (
    no       INTEGER PRIMARY KEY,
    identity TEXT NOT NULL UNIQUE,
    seal     INTEGER NOT NULL
);

-- Queues by the small numbers that rows and indexes carry instead, and their limits; 0 is the queue without limits, which has
-- no row. A limit of 2147483647 is none.
CREATE TABLE queue (
    no        INTEGER PRIMARY KEY,
    name      TEXT NOT NULL UNIQUE,
    limited   INTEGER NOT NULL,
    at_once   INTEGER NOT NULL,
    per_node  INTEGER NOT NULL,
    per_key   INTEGER NOT NULL,
    rate      INTEGER NOT NULL,
    period    INTEGER NOT NULL,
    until_end INTEGER NOT NULL,
    seal      INTEGER NOT NULL
);

-- How many runs of a queue with a rate have begun when; kept for its period.
CREATE TABLE begun (
    queue INTEGER NOT NULL,
    at    INTEGER NOT NULL,
    runs  INTEGER NOT NULL,
    seal  INTEGER NOT NULL
);
CREATE INDEX begun_at ON begun (queue, at);

-- One row per run. Its place in a queue with limits: 0 not begun, 1 begun, 2 held while it moves, 3 held until it ends; below 0
-- one that waits behind others of its key: -1 not begun, -2 begun. Written when a run starts, parks, wakes and ends; a step leaves it alone, and so all indexes.
CREATE TABLE run (
    no          INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    method      INTEGER NOT NULL,
    digest      TEXT NOT NULL,
    queue       INTEGER NOT NULL,
    priority    INTEGER NOT NULL,
    key         TEXT,
    mark        TEXT,
    place       INTEGER NOT NULL,
    status      INTEGER NOT NULL,
    slot        INTEGER,
    crashes     INTEGER NOT NULL,
    since       INTEGER,
    waiting_for TEXT,
    problem     TEXT,
    started_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL,
    seal        INTEGER NOT NULL
);

-- What can be claimed: ready runs by their priority and the time they became so, parked ones by the time they are due.
CREATE INDEX run_ready ON run (queue, method, place, priority DESC, since) WHERE status = 0 AND place >= 0;
CREATE INDEX run_due ON run (queue, method, since) WHERE status = 2 AND since IS NOT NULL;
-- What waits behind others of its key, and who has a place.
CREATE INDEX run_back ON run (queue, key, place, priority DESC, since) WHERE status = 0 AND place < 0;
CREATE INDEX run_place ON run (queue, key) WHERE place >= 2;
-- One run with a mark on a queue at a time.
CREATE UNIQUE INDEX run_mark ON run (queue, mark) WHERE mark IS NOT NULL AND status < 4;
CREATE INDEX run_owned ON run (slot) WHERE status = 1;
CREATE INDEX run_stuck ON run (id) WHERE status = 3;
CREATE INDEX run_ended ON run (updated_at) WHERE status IN (4, 5, 6);

-- The checkpoints of the runs that move, few and close together, keyed by a small number that is used again: this is what
-- makes a step cheap. A row counts only if its run is owned and names the slot; one without a frame leaves it to frame.
CREATE TABLE hot (
    slot       INTEGER PRIMARY KEY,
    run        INTEGER NOT NULL,
    token      INTEGER NOT NULL,
    crashes    INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    seal       INTEGER NOT NULL,
    crc        INTEGER,
    frame      BLOB
);

-- The checkpoints of the runs that wait. An owned run's row may be out of date: then hot has the frame.
CREATE TABLE frame (
    run INTEGER PRIMARY KEY,
    crc INTEGER NOT NULL,
    bytes BLOB NOT NULL
);

-- Differences to a checkpoint, in order; written at the end of the table whatever the run.
CREATE TABLE part (
    no         INTEGER PRIMARY KEY,
    run        INTEGER NOT NULL,
    n          INTEGER NOT NULL,
    written_at INTEGER NOT NULL,
    seal       INTEGER NOT NULL,
    crc        INTEGER NOT NULL,
    bytes      BLOB NOT NULL
);
CREATE UNIQUE INDEX part_run ON part (run, n);

CREATE TABLE outcome (
    run   INTEGER PRIMARY KEY,
    crc   INTEGER NOT NULL,
    bytes BLOB NOT NULL
);

-- Signals that are not consumed yet.
CREATE TABLE letter (
    run    INTEGER NOT NULL,
    number INTEGER NOT NULL,
    name   TEXT NOT NULL,
    crc    INTEGER NOT NULL,
    bytes  BLOB NOT NULL,
    seal   INTEGER NOT NULL,
    PRIMARY KEY (run, number)
) WITHOUT ROWID;

-- Deduplication keys of signals, kept as long as the run is.
CREATE TABLE sent (
    run   INTEGER NOT NULL,
    dedup TEXT NOT NULL,
    PRIMARY KEY (run, dedup)
) WITHOUT ROWID;

CREATE VIEW runs AS
SELECT r.id,
       m.identity AS method,
       CASE r.status
           WHEN 0 THEN 'ready' WHEN 1 THEN 'owned' WHEN 2 THEN 'parked'
           WHEN 3 THEN 'stuck' WHEN 4 THEN 'done' WHEN 5 THEN 'failed' WHEN 6 THEN 'cancelled' END AS status,
       coalesce(q.name, 'default') AS queue,
       r.priority,
       r.key,
       CASE WHEN r.status = 2 THEN strftime('%Y-%m-%d %H:%M:%f', r.since / 1e6, 'unixepoch') END AS due_at,
       r.waiting_for,
       r.problem,
       coalesce(h.crashes, r.crashes) AS crashes,
       (SELECT count(*) FROM letter l WHERE l.run = r.no) AS letters,
       CAST(o.bytes AS TEXT) AS outcome,
       strftime('%Y-%m-%d %H:%M:%f', r.started_at / 1e6, 'unixepoch') AS started_at,
       strftime('%Y-%m-%d %H:%M:%f', max(r.updated_at, coalesce(h.updated_at, 0)) / 1e6, 'unixepoch') AS updated_at
FROM run r
JOIN method m ON m.no = r.method
LEFT JOIN queue q ON q.no = r.queue
LEFT JOIN hot h ON h.slot = r.slot
LEFT JOIN outcome o ON o.run = r.no;

CREATE VIEW checkpoints AS
SELECT r.id, 0 AS n, CAST(coalesce(h.frame, f.bytes) AS TEXT) AS frame
FROM run r
LEFT JOIN hot h ON h.slot = r.slot
LEFT JOIN frame f ON f.run = r.no
WHERE r.status < 4
UNION ALL
SELECT r.id, p.n, CAST(p.bytes AS TEXT)
FROM run r
JOIN part p ON p.run = r.no;
