// SPDX-License-Identifier: Apache-2.0
// What nearly every source reads, read once for all of them (RedressTargets.cmake). No source relies on it: each includes what it uses, and the asan preset
// builds without.
#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <chrono>
#include <condition_variable>
#include <expected>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <ranges>
#include <set>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "engine/domain/command.hpp"
#include "engine/domain/complaint.hpp"
#include "engine/domain/decision.hpp"
#include "engine/domain/event.hpp"
