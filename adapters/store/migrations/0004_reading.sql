-- Who read what (reading: it belongs to no complaint's history and has a time of its own), until when somebody may read a complaint that is about them
-- (concerned.let_in_until: a projection of the history, like the rest of its table), and as whom an identity provider knows a user (account_identity).

ALTER TABLE concerned ADD COLUMN let_in_until BIGINT NOT NULL DEFAULT 0;

CREATE INDEX mail_of_complaint ON mail (reference);

CREATE TABLE reading (
  place /* ascending */,
  at BIGINT NOT NULL,
  account TEXT NOT NULL,
  staff TEXT NOT NULL,
  way TEXT NOT NULL,
  what TEXT NOT NULL,
  reference TEXT NOT NULL,
  part TEXT NOT NULL,
  searched TEXT NOT NULL,
  outcome TEXT NOT NULL
);

CREATE INDEX reading_of_complaint ON reading (reference, place);

CREATE INDEX reading_by_account ON reading (account, place);

CREATE INDEX reading_age ON reading (at);

CREATE TABLE account_identity (
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  account TEXT NOT NULL,
  linked_at BIGINT NOT NULL,
  PRIMARY KEY (issuer, subject)
) /* clustered */;

CREATE INDEX identity_of_account ON account_identity (account);
