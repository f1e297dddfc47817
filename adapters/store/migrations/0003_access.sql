-- Who may log in (account, account_session, account_token, log_in), and which complaints are about whom (concerned: a projection of the history like the
-- tables of 0001, filled for the complaints that were there before it by adapters/store/concerned_rows.cpp).
-- What opens a session or is borne as a token stands here as a digest only. Lists of names are joined with commas, which no name contains.

CREATE TABLE account (
  name TEXT PRIMARY KEY,
  password_hash TEXT NOT NULL,
  staff TEXT NOT NULL,
  roles TEXT NOT NULL,
  language TEXT NOT NULL,
  standing TEXT NOT NULL,
  made_at BIGINT NOT NULL
) /* clustered */;

CREATE TABLE account_session (
  digest TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  begun_at BIGINT NOT NULL,
  used_at BIGINT NOT NULL
) /* clustered */;

CREATE INDEX session_of_account ON account_session (account);

CREATE TABLE account_token (
  digest TEXT PRIMARY KEY,
  id TEXT NOT NULL,
  account TEXT NOT NULL,
  scopes TEXT NOT NULL,
  made_at BIGINT NOT NULL
) /* clustered */;

CREATE INDEX token_of_account ON account_token (account, made_at);

CREATE TABLE log_in (
  place /* ascending */,
  account TEXT NOT NULL,
  at BIGINT NOT NULL,
  address TEXT NOT NULL,
  result TEXT NOT NULL
);

CREATE INDEX log_in_of_account ON log_in (account, place);

CREATE INDEX log_in_age ON log_in (at);

CREATE TABLE concerned (
  staff TEXT NOT NULL,
  complaint_id TEXT NOT NULL,
  PRIMARY KEY (staff, complaint_id)
) /* clustered */;

CREATE INDEX concerned_by_complaint ON concerned (complaint_id);
