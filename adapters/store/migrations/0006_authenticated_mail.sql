-- SPDX-License-Identifier: Apache-2.0
-- What our mail server said of the sender of each mail, "spf=pass dkim=none dmarc=pass" or empty; and 1 where the complaint it became was acknowledged without
-- anybody's doing, else 0.
ALTER TABLE mail ADD COLUMN authentication TEXT NOT NULL DEFAULT '';

ALTER TABLE mail ADD COLUMN acknowledged BIGINT NOT NULL DEFAULT 0;
