-- The history (event, disclosure), what people query (complaint, promise, appointment, letter, deadline: projections of the history, which can be dropped and made
-- anew), and what stands beside them. Moments are microseconds since 1970 in UTC. Where there is no moment, the largest number stands for "never".
-- `/* ascending */` marks numbers that the store gives out itself, each greater than all before it.
-- `/* clustered */` marks tables of small rows that change, best kept in the order of their key; a store that knows how to do so replaces it. What is only
-- ever added is left where it comes to lie, at the end: kept in the order of complaints, each row of a batch would dirty a page of its own.

-- The events of a complaint are a chain (ADR 0012): `previous` is the place of the one before it, 0 for the first, and the complaint's row knows the last.
CREATE TABLE event (
  place /* ascending */,
  complaint_id TEXT NOT NULL,
  cseq BIGINT NOT NULL,
  id TEXT NOT NULL,
  previous BIGINT NOT NULL,
  leaf TEXT NOT NULL
);

-- Identifiers of events ascend with time, so that rows are added at the end here too.
CREATE TABLE disclosure (
  event_id TEXT NOT NULL,
  digest TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (event_id, digest)
) /* clustered */;

CREATE TABLE complaint (
  id TEXT PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE,
  version BIGINT NOT NULL,
  head TEXT NOT NULL,
  last_event BIGINT NOT NULL,
  stage TEXT NOT NULL,
  channel TEXT NOT NULL,
  language TEXT NOT NULL,
  handler TEXT NOT NULL,
  waiting TEXT NOT NULL,
  escalation TEXT NOT NULL,
  complainant_name TEXT NOT NULL,
  received_at BIGINT NOT NULL,
  next_due_at BIGINT NOT NULL,
  search TEXT NOT NULL
) /* clustered */;

CREATE TABLE promise (
  complaint_id TEXT NOT NULL,
  promise TEXT NOT NULL,
  state TEXT NOT NULL,
  owner TEXT NOT NULL,
  last_day TEXT NOT NULL,
  PRIMARY KEY (complaint_id, promise)
) /* clustered */;

CREATE TABLE appointment (
  complaint_id TEXT NOT NULL,
  appointment TEXT NOT NULL,
  kind TEXT NOT NULL,
  starts_at BIGINT NOT NULL,
  staff TEXT NOT NULL,
  changes BIGINT NOT NULL,
  stands BIGINT NOT NULL,
  PRIMARY KEY (complaint_id, appointment)
) /* clustered */;

CREATE INDEX appointment_to_keep ON appointment (staff, starts_at) WHERE stands = 1;

CREATE TABLE letter (
  complaint_id TEXT NOT NULL,
  letter TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (complaint_id, letter)
) /* clustered */;

-- Messages of ours that somebody may answer, or that may come back: by what each is known then.
CREATE TABLE sending (
  complaint_id TEXT NOT NULL,
  message_id TEXT NOT NULL,
  letter TEXT NOT NULL,
  recipient TEXT NOT NULL,
  reply_token TEXT NOT NULL,
  PRIMARY KEY (complaint_id, message_id)
) /* clustered */;

CREATE INDEX sending_by_message ON sending (message_id);

CREATE INDEX sending_by_token ON sending (reply_token) WHERE reply_token <> '';

CREATE TABLE deadline (
  complaint_id TEXT NOT NULL,
  name TEXT NOT NULL,
  promise TEXT NOT NULL,
  due_at BIGINT NOT NULL,
  warn_at BIGINT NOT NULL,
  state TEXT NOT NULL,
  warned BIGINT NOT NULL,
  PRIMARY KEY (complaint_id, name, promise)
) /* clustered */;

-- The order in which running deadlines come up: a warning first, then the end.
CREATE INDEX deadline_coming ON deadline ((warn_at + warned * (due_at - warn_at)), complaint_id, name, promise) WHERE state = 'running';

CREATE TABLE outbox (
  id TEXT PRIMARY KEY,
  reference TEXT NOT NULL,
  letter TEXT NOT NULL,
  recipient TEXT NOT NULL,
  route TEXT NOT NULL,
  envelope_from TEXT NOT NULL,
  envelope_to TEXT NOT NULL,
  bytes TEXT NOT NULL,
  state TEXT NOT NULL,
  attempts BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  last_reply TEXT NOT NULL
);

CREATE INDEX outbox_queued ON outbox (due_at) WHERE state = 'queued';

CREATE INDEX outbox_of_complaint ON outbox (reference);

CREATE TABLE idempotency (
  idempotency_key TEXT PRIMARY KEY,
  command_digest TEXT NOT NULL,
  reference TEXT NOT NULL,
  stage TEXT NOT NULL,
  version BIGINT NOT NULL,
  events TEXT NOT NULL
);

CREATE TABLE mail (
  id TEXT PRIMARY KEY,
  inlet TEXT NOT NULL,
  received_at BIGINT NOT NULL,
  sha256 TEXT NOT NULL,
  size BIGINT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  reference TEXT NOT NULL
) /* clustered */;
