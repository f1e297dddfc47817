-- SPDX-License-Identifier: Apache-2.0
-- What a person decided about a mail in quarantine: who, when and why. Empty until somebody did.
ALTER TABLE mail ADD COLUMN decision TEXT NOT NULL DEFAULT '';

ALTER TABLE mail ADD COLUMN decided_by TEXT NOT NULL DEFAULT '';

ALTER TABLE mail ADD COLUMN decided_at BIGINT NOT NULL DEFAULT 0;

ALTER TABLE mail ADD COLUMN decided_why TEXT NOT NULL DEFAULT '';

-- Counting and paging must not cost more the more mail was ever filed.
CREATE INDEX mail_of_state ON mail (state, decision, id);
