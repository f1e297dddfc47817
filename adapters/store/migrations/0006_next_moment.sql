-- SPDX-License-Identifier: Apache-2.0
-- The list of complaints is read by the next moment that matters, a page at a time, however many there are.
CREATE INDEX complaint_coming ON complaint (next_due_at, reference);
