// SPDX-License-Identifier: Apache-2.0
#include "workflows/escalation/machine.hpp"

#include "workflows/transition_table.hpp"

namespace redress::workflows::escalation {
namespace {

using namespace table;

struct NotEscalated : State {};
struct Supervisor : State {};
struct Executive : State {};
struct ExternalBody : State {};

struct Definition {
  using initial = NotEscalated;
  static constexpr std::size_t states = 4;
  static constexpr std::size_t rows = 3;

  // clang-format off
  using transition_table = mp_list<
    //   from           on             to             do     only if
    Row< NotEscalated , On<Escalate> , Supervisor   , none , none >,
    Row< Supervisor   , On<Escalate> , Executive    , none , none >,
    Row< Executive    , On<Escalate> , ExternalBody , none , none >
  >;
  // clang-format on
};

}  // namespace

Machine const& machine() {
  static auto const described = Facade<Definition>::describe("escalation");
  return described;
}

}  // namespace redress::workflows::escalation
