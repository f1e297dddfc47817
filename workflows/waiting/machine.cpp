// SPDX-License-Identifier: Apache-2.0
#include "workflows/waiting/machine.hpp"

#include "workflows/transition_table.hpp"

namespace redress::workflows::waiting {
namespace {

using namespace table;

struct NotWaiting : State {};
struct WaitingForComplainant : State {};

/// The deadline for the information has passed.
struct WaitedLongEnough {
  static constexpr std::string_view name = "deadline-passed (information)";
};

struct Definition {
  using initial = NotWaiting;
  static constexpr std::size_t states = 2;
  static constexpr std::size_t rows = 8;

  // clang-format off
  using transition_table = mp_list<
    //   from                    on                      to                      do     only if
    Row< NotWaiting            , On<AskComplainant>    , WaitingForComplainant , none , none >,
    Row< NotWaiting            , On<RecordInformation> , NotWaiting            , none , none >,
    Row< NotWaiting            , On<Reopen>            , NotWaiting            , none , none >,
    Row< NotWaiting            , On<ReceiveMessage>    , NotWaiting            , none , none >,
    Row< WaitingForComplainant , On<ReceiveMessage>    , NotWaiting            , none , none >,
    Row< WaitingForComplainant , On<RecordInformation> , NotWaiting            , none , none >,
    Row< WaitingForComplainant , WaitedLongEnough      , NotWaiting            , none , none >,
    Row< WaitingForComplainant , On<Reopen>            , NotWaiting            , none , none >
  >;
  // clang-format on
};

}  // namespace

Machine const& machine() {
  static auto const described = Facade<Definition>::describe("waiting");
  return described;
}

}  // namespace redress::workflows::waiting
