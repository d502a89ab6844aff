CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL,
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

CREATE TABLE article (
    document_id INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    number INTEGER NOT NULL,
    role TEXT NOT NULL,
    headline TEXT NOT NULL,
    published TEXT,
    payload TEXT NOT NULL,
    CONSTRAINT pk_article PRIMARY KEY (document_id, "key"),
    CONSTRAINT fk_article_document FOREIGN KEY(document_id) REFERENCES document (id)
);

CREATE TABLE content (
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    raw BLOB NOT NULL,
    CONSTRAINT pk_content PRIMARY KEY (sha256)
);

CREATE TABLE correction (
    id INTEGER NOT NULL,
    event_id TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    who TEXT NOT NULL,
    why TEXT NOT NULL,
    made_at TEXT NOT NULL,
    undone_at TEXT,
    decision TEXT NOT NULL,
    seen TEXT,
    "before" TEXT,
    basis TEXT,
    CONSTRAINT pk_correction PRIMARY KEY (id)
);

CREATE TABLE dating (
    id INTEGER NOT NULL,
    document_key TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    article TEXT NOT NULL,
    opening TEXT NOT NULL,
    edtf TEXT NOT NULL,
    who TEXT NOT NULL,
    why TEXT NOT NULL,
    made_at TEXT NOT NULL,
    undone_at TEXT,
    CONSTRAINT pk_dating PRIMARY KEY (id)
);

CREATE TABLE document (
    id INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    path TEXT NOT NULL,
    revision INTEGER NOT NULL,
    state TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    media_type TEXT NOT NULL,
    encoding TEXT NOT NULL,
    encoding_confidence FLOAT NOT NULL,
    source TEXT NOT NULL,
    url TEXT NOT NULL,
    title TEXT NOT NULL,
    clues TEXT NOT NULL,
    published TEXT,
    rules TEXT NOT NULL,
    digest TEXT NOT NULL,
    first_seen TEXT NOT NULL,
    last_changed TEXT NOT NULL,
    text BLOB NOT NULL,
    CONSTRAINT pk_document PRIMARY KEY (id),
    CONSTRAINT fk_document_content FOREIGN KEY(sha256) REFERENCES content (sha256),
    CONSTRAINT fk_document_source FOREIGN KEY(source) REFERENCES source (name)
);

CREATE TABLE event (
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    state TEXT NOT NULL,
    successor TEXT,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    modality TEXT NOT NULL,
    salience FLOAT NOT NULL,
    place TEXT,
    edtf TEXT NOT NULL,
    granularity TEXT NOT NULL,
    scale INTEGER,
    begin_minute BIGINT,
    until_minute BIGINT,
    at_minute BIGINT NOT NULL,
    grain INTEGER NOT NULL,
    digest TEXT NOT NULL,
    revision INTEGER NOT NULL,
    first_seen TEXT NOT NULL,
    last_changed TEXT NOT NULL,
    payload TEXT NOT NULL,
    tombstone TEXT,
    CONSTRAINT pk_event PRIMARY KEY (number)
);

CREATE TABLE event_alias (
    alias TEXT NOT NULL,
    event_id TEXT NOT NULL,
    CONSTRAINT pk_event_alias PRIMARY KEY (alias),
    CONSTRAINT fk_event_alias_event FOREIGN KEY(event_id) REFERENCES event (id)
)
WITHOUT ROWID;

CREATE VIRTUAL TABLE event_grams USING fts5(grams, content='', columnsize=0, detail=none, tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Cn'");

CREATE TABLE event_mention (
    event INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    document_id INTEGER NOT NULL,
    statement INTEGER NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT pk_event_mention PRIMARY KEY (event, rank),
    CONSTRAINT fk_event_mention_event FOREIGN KEY(event) REFERENCES event (number),
    CONSTRAINT fk_event_mention_mention FOREIGN KEY(document_id, statement, position) REFERENCES mention (document_id, statement, position)
)
WITHOUT ROWID;

CREATE TABLE event_text (
    event INTEGER NOT NULL,
    words TEXT NOT NULL,
    CONSTRAINT pk_event_text PRIMARY KEY (event),
    CONSTRAINT fk_event_text_event FOREIGN KEY(event) REFERENCES event (number)
);

CREATE TABLE event_topic (
    event INTEGER NOT NULL,
    topic TEXT NOT NULL,
    scale INTEGER,
    begin_minute BIGINT,
    until_minute BIGINT,
    CONSTRAINT pk_event_topic PRIMARY KEY (event, topic),
    CONSTRAINT fk_event_topic_event FOREIGN KEY(event) REFERENCES event (number)
)
WITHOUT ROWID;

CREATE TABLE mention (
    document_id INTEGER NOT NULL,
    statement INTEGER NOT NULL,
    position INTEGER NOT NULL,
    article TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote TEXT NOT NULL,
    "trigger" TEXT NOT NULL,
    timex_start INTEGER NOT NULL,
    timex_end INTEGER NOT NULL,
    timex_text TEXT NOT NULL,
    timex TEXT NOT NULL,
    headline TEXT,
    published TEXT,
    CONSTRAINT pk_mention PRIMARY KEY (document_id, statement, position),
    CONSTRAINT fk_mention_article FOREIGN KEY(document_id, article) REFERENCES article (document_id, "key"),
    CONSTRAINT fk_mention_statement FOREIGN KEY(document_id, statement) REFERENCES statement (document_id, number)
);

CREATE TABLE revision (
    event_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changes TEXT NOT NULL,
    CONSTRAINT pk_revision PRIMARY KEY (event_id, number),
    CONSTRAINT fk_revision_event FOREIGN KEY(event_id) REFERENCES event (id)
);

CREATE TABLE source (
    name TEXT NOT NULL,
    home TEXT NOT NULL,
    zone TEXT NOT NULL,
    CONSTRAINT pk_source PRIMARY KEY (name)
);

CREATE TABLE statement (
    document_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    payload TEXT NOT NULL,
    CONSTRAINT pk_statement PRIMARY KEY (document_id, number),
    CONSTRAINT fk_statement_document FOREIGN KEY(document_id) REFERENCES document (id)
);

CREATE TABLE statement_key (
    token BIGINT NOT NULL,
    day INTEGER NOT NULL,
    document_id INTEGER NOT NULL,
    statement INTEGER NOT NULL,
    size INTEGER NOT NULL,
    CONSTRAINT pk_statement_key PRIMARY KEY (token, day, document_id, statement)
)
WITHOUT ROWID;

CREATE TABLE statement_region (
    document_id INTEGER NOT NULL,
    statement INTEGER NOT NULL,
    region INTEGER NOT NULL,
    CONSTRAINT pk_statement_region PRIMARY KEY (document_id, statement)
)
WITHOUT ROWID;

CREATE TABLE undated (
    document_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    article TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote TEXT NOT NULL,
    reason TEXT NOT NULL,
    CONSTRAINT pk_undated PRIMARY KEY (document_id, number),
    CONSTRAINT fk_undated_document FOREIGN KEY(document_id) REFERENCES document (id)
);

CREATE INDEX ix_correction_decision ON correction (decision);

CREATE INDEX ix_correction_event ON correction (event_id);

CREATE INDEX ix_dating_document ON dating (document_key);

CREATE INDEX ix_document_content ON document (sha256, state);

CREATE INDEX ix_document_key ON document ("key");

CREATE INDEX ix_document_path ON document (path, revision);

CREATE INDEX ix_document_state ON document (state);

CREATE INDEX ix_event_alias_event ON event_alias (event_id);

CREATE INDEX ix_event_first_seen ON event (first_seen);

CREATE INDEX ix_event_gone ON event (last_changed) WHERE state <> 'live';

CREATE UNIQUE INDEX ix_event_id ON event (id);

CREATE INDEX ix_event_interval ON event (scale, begin_minute, until_minute);

CREATE INDEX ix_event_mention_mention ON event_mention (document_id, statement, position);

CREATE INDEX ix_event_order ON event (at_minute, grain, until_minute, id);

CREATE INDEX ix_event_topic_interval ON event_topic (topic, scale, begin_minute, until_minute, event);

CREATE INDEX ix_statement_key_document ON statement_key (document_id);

CREATE INDEX ix_statement_region_region ON statement_region (region);
