// SPDX-License-Identifier: Apache-2.0
#pragma once

// Conflicts of interest: whoever is named in a complaint is not to know of it, whatever their role. The store keeps the relation beside the projection and
// leaves such complaints out of what it lists; it is made from the history (ComplaintReceived::concerns_staff, StaffNamed, GlassBroken) and can be made anew.

#include <algorithm>
#include <cstdint>
#include <set>
#include <vector>

#include "engine/domain/complaint.hpp"
#include "engine/domain/identifier.hpp"
#include "engine/ports/store.hpp"

namespace redress::ports {

class Conflicts {
 public:
  virtual ~Conflicts() = default;

  /// Whether the complaint is about that member of staff, and nobody has let them read it at that moment. Nobody, an empty identifier, is concerned by none.
  [[nodiscard]] virtual bool concerns(Reference const& reference, StaffId const& staff, Time now) = 0;
  /// Every such complaint.
  [[nodiscard]] virtual std::set<Reference> concerning(StaffId const& staff, Time now) = 0;
  /// As Store::list, without those that concern the reader.
  [[nodiscard]] virtual std::vector<ComplaintRow> list_for(StaffId const& reader, Time now, ListFilter const& filter) = 0;
  /// How many of the mails that Store::mail_counts counts, and of the messages in Store::outbox_length, have to do with those that concern the reader: for
  /// mails by `names_one_of`.
  [[nodiscard]] virtual MailCounts mails_concerning(StaffId const& reader, Time now) = 0;
  [[nodiscard]] virtual std::int64_t outbox_concerning(StaffId const& reader, Time now) = 0;
};

/// The same, told from the complaint itself.
[[nodiscard]] inline bool is_hidden_from(Complaint const& complaint, StaffId const& staff, Time now) {
  auto const& named = complaint.received.concerns_staff;
  auto const is_let_in = [&](LetIn const& one) { return one.staff == staff && now < one.until; };
  return !staff.empty() && std::ranges::find(named, staff) != named.end() && std::ranges::none_of(complaint.let_in, is_let_in);
}

/// Whether a mail belongs to one of those complaints, or what is said of it names one: a mail that was put aside belongs to none yet, and tells of one all the
/// same.
[[nodiscard]] inline bool names_one_of(std::set<Reference> const& complaints, MailEntry const& entry) {
  return std::ranges::any_of(complaints, [&](Reference const& one) {
    return entry.reference == one || entry.reason.contains(one.value) || (entry.decision && entry.decision->why.contains(one.value));
  });
}

}  // namespace redress::ports
