-- SPDX-License-Identifier: Apache-2.0
-- What is late counts as the next moment of a complaint until it is done (Complaint::next_due_at). Histories from before do not say that something was done
-- late, so there it counts until the complaint is over. Information that did not come is owed by nobody of ours.
UPDATE complaint SET next_due_at = COALESCE((SELECT MIN(due_at) FROM deadline WHERE deadline.complaint_id = complaint.id
                                             AND (state = 'running' OR (state = 'passed' AND name <> 'information'))), next_due_at)
  WHERE stage NOT IN ('Closed', 'Withdrawn', 'Merged', 'Referred');
