// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/due_bench.hpp"

#include <array>
#include <iostream>
#include <random>
#include <stdexcept>
#include <vector>

#include <fmt/format.h>

#include "adapters/rules/rules.hpp"
#include "engine/domain/deadline.hpp"
#include "tests/bench/measurement.hpp"

namespace redress::bench {
namespace {

CountingRule moving_on(Period period) {
  auto rule = counting(period);
  rule.on_day_off = OnDayOff::NextWorkingDay;
  return rule;
}

std::vector<Time> starts_over_three_years(std::size_t count) {
  std::mt19937_64 random{2026};
  std::uniform_int_distribution<std::int64_t> minutes{0, 60 * 24 * 365 * 3};
  auto const first = std::chrono::sys_days{std::chrono::year{2025} / 1 / 1};
  std::vector<Time> starts(count);
  for (auto& start : starts) start = first + std::chrono::minutes{minutes(random)};
  return starts;
}

}  // namespace

void bench_due() {
  auto const calendars = rules::load_calendars(REDRESS_SOURCE_DIR "/workflows/calendars");
  std::array const counted{
      counting({1, Unit::WorkingHours}),   counting({4, Unit::WorkingHours}),   counting({24, Unit::Hours}), counting({3, Unit::WorkingDays}),
      counting({10, Unit::WorkingDays}),   counting({15, Unit::WorkingDays}),   counting({8, Unit::Weeks}),  counting({6, Unit::Months}),
      moving_on({30, Unit::CalendarDays}), moving_on({10, Unit::CalendarDays}),
  };
  auto const starts = starts_over_three_years(100);
  std::size_t steps = 0;
  auto const figures = measure(1, [&](int) {
    for (auto const& [name, calendar] : calendars)
      for (auto const& rule : counted)
        for (auto const start : starts) steps += due_after(start, rule, calendar).because.size();
  });
  auto const dates = static_cast<double>(calendars.size() * counted.size() * starts.size());
  std::cout << fmt::format("{{\"bench\":\"due\",\"concurrency\":1,\"calendars\":{},\"rules\":{},\"per_s\":{:.0f},\"p50_us\":{:.3f},\"p99_us\":{:.3f}}}",
                           calendars.size(), counted.size(), figures.per_second * dates, figures.p50_ms * 1000 / dates, figures.p99_ms * 1000 / dates)
            << std::endl;
  if (steps == 0) throw std::logic_error("nothing was explained");
}

}  // namespace redress::bench
