// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is recorded when it turns out whom a complaint is about, and when one of them is let in for a time.

#include "workflows/turn.hpp"

namespace redress::workflows::actions {

/// A complaint that was theirs is not from this moment on: it goes to whoever is next, with the appointments they were to keep.
struct NameThem {
  static void perform(Turn& turn);
};
/// Those responsible are told, and whoever was let in.
struct LetThemRead {
  static void perform(Turn& turn);
};

}  // namespace redress::workflows::actions
