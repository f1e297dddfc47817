// SPDX-License-Identifier: Apache-2.0
#pragma once

// What must be true beside the road: extensions, holds, merging, waiting and files.

#include "workflows/turn.hpp"

namespace redress::workflows::policies {

/// There is a running clock of the final response to extend.
struct ExtensibleDeadlineRuns {
  static void check(Consideration const& at, MissingList& missing);
};

/// An extension has a cap and a count, by the profile.
struct ExtensionWithinBounds {
  static void check(Consideration const& at, MissingList& missing);
};

/// The hold named stands.
struct HoldStands {
  static void check(Consideration const& at, MissingList& missing);
};

/// There is a level above the one it stands at.
struct NextLevelExists {
  static void check(Consideration const& at, MissingList& missing);
};

/// A complaint is merged into another one.
struct TargetIsAnother {
  static void check(Consideration const& at, MissingList& missing);
};

/// Whoever sent a further message is the complainant, or one of those involved.
struct SenderIsInvolved {
  static void check(Consideration const& at, MissingList& missing);
};

/// An attached file has at most 10 MB.
struct FileIsSmallEnough {
  static void check(Consideration const& at, MissingList& missing);
};

/// The clock reports a deadline that runs.
struct DeadlineIsRunning {
  static void check(Consideration const& at, MissingList& missing);
};

}  // namespace redress::workflows::policies
