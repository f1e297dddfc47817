// SPDX-License-Identifier: Apache-2.0
#pragma once

// Decides commands on complaints: the road, what may be done beside it, and the small machines of waiting, escalation, letters, promises and preventive
// actions, each asked in turn. A decision is the sum of their answers; one refusal and nothing of it happens.

#include "engine/ports/workflow.hpp"

namespace redress::workflows {

class ResolutionWorkflow final : public ports::Workflow {
 public:
  /// `letters`, `notices` and the proofreaders outlive the workflow. Throws std::invalid_argument when the organisation names a profile or calendar that the
  /// rulebook does not have.
  ResolutionWorkflow(ports::Rulebook rulebook, ports::LetterWriter const& letters, ports::NoticeWriter const& notices, ports::Proofreaders proofreaders);

  [[nodiscard]] std::expected<Decision, Refusal> decide(Complaint const& complaint, CommandEnvelope const& envelope,
                                                        ports::Circumstances const& circumstances) const override;
  [[nodiscard]] std::vector<ports::PermittedCommand> permitted(Complaint const& complaint, Time now, StaffId const& actor) const override;
  [[nodiscard]] std::vector<Missing> proofread(Complaint const& complaint, LetterId const& letter, Time now) const override;
  [[nodiscard]] ports::Rulebook const& rulebook() const override { return rulebook_; }

 private:
  ports::Rulebook rulebook_;
  ports::LetterWriter const& letters_;
  ports::NoticeWriter const& notices_;
  ports::Proofreaders proofreaders_;
};

}  // namespace redress::workflows
