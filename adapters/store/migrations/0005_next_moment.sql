-- SPDX-License-Identifier: Apache-2.0
-- The list of complaints is read by the next moment that matters, a page at a time, however many there are: all of them, those of a stage, and one handler's.
CREATE INDEX complaint_coming ON complaint (next_due_at, reference);

CREATE INDEX complaint_coming_by_stage ON complaint (stage, next_due_at, reference);

CREATE INDEX complaint_coming_by_handler ON complaint (handler, next_due_at, reference);
