// SPDX-License-Identifier: Apache-2.0
#pragma once

// Weeks of a busy house in a moment: random people give random commands to some twenty complaints, while the store fails, the clock jumps,
// the mail server has moods and the program is killed and started again. Everything follows from the seed.

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "tests/support/house.hpp"

namespace redress::testing {

class Simulation {
 public:
  explicit Simulation(std::uint64_t seed);

  void run(int steps);
  /// What is not as it must be, a sentence each; empty when all is well.
  [[nodiscard]] std::vector<std::string> findings();
  [[nodiscard]] std::string histories() { return house_.all_histories(); }
  [[nodiscard]] std::size_t answered() const { return answers_.size(); }
  [[nodiscard]] int faults() const { return house_.store.failed(); }

 private:
  [[nodiscard]] std::uint64_t below(std::uint64_t limit) { return random_() % limit; }
  template <class List>
  auto const& one_of(List const& list) {
    return list[below(list.size())];
  }

  void step();
  void give_something();
  void receive();
  void let_time_pass();
  void jump_in_time();
  void break_the_store();
  void change_the_weather();
  [[nodiscard]] std::string choose_command(Reference const& reference);
  [[nodiscard]] Command fill_in(std::string_view name, Complaint const& complaint);
  void note(runtime::Outcome const& outcome);

  void check_history(Reference const& reference, std::vector<std::string>& findings);
  void check_answers(std::vector<std::string>& findings);
  void check_letters(std::vector<std::string>& findings);

  House house_;
  std::mt19937_64 random_;
  std::mt19937_64 weather_;
  std::vector<Reference> complaints_;
  std::vector<Answer> answers_;
  std::vector<std::string> keys_;
};

}  // namespace redress::testing
