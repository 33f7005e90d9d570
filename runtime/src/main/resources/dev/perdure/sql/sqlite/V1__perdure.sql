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

-- One row per run. Written when a run starts, parks, wakes and ends; a step leaves it alone, and so all indexes.
CREATE TABLE run (
    no          INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    method      INTEGER NOT NULL,
    digest      TEXT NOT NULL,
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

-- What can be claimed: ready runs by the time they became so, parked ones by the time they are due.
CREATE INDEX run_due ON run (status, method, since) WHERE status IN (0, 2) AND since IS NOT NULL;
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
