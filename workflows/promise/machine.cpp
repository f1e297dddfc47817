// SPDX-License-Identifier: Apache-2.0
#include "workflows/promise/machine.hpp"

#include "workflows/transition_table.hpp"

namespace redress::workflows::promise {
namespace {

using namespace table;

struct Unmade : State {};
struct Proposed : State {};
struct Agreed : State {};
struct Due : State {};
struct Kept : State {};
struct Missed : State {};
struct Amended : State {};
struct Released : State {};

/// The proposal it came with was not accepted.
struct Declined {
  static constexpr std::string_view name = "record-answer (not accepted)";
};
/// The day it was promised for draws near.
struct FallsDue {
  static constexpr std::string_view name = "deadline-warned (promise)";
};

struct Definition {
  using initial = Unmade;
  static constexpr std::size_t states = 8;
  static constexpr std::size_t rows = 20;

  // clang-format off
  using transition_table = mp_list<
    //   from       on                   to         do     only if
    Row< Unmade   , On<ProposeRemedy>  , Proposed , none , none >,
    Row< Proposed , On<AgreeSchedule>  , Agreed   , none , none >,
    Row< Proposed , Declined           , Released , none , none >,
    Row< Agreed   , FallsDue           , Due      , none , none >,
    Row< Agreed   , On<KeepPromise>    , Kept     , none , none >,
    Row< Agreed   , On<AmendPromise>   , Amended  , none , none >,
    Row< Agreed   , On<ReleasePromise> , Released , none , none >,
    Row< Agreed   , On<PromiseMissed>  , Missed   , none , none >,
    Row< Due      , On<KeepPromise>    , Kept     , none , none >,
    Row< Due      , On<AmendPromise>   , Amended  , none , none >,
    Row< Due      , On<ReleasePromise> , Released , none , none >,
    Row< Due      , On<PromiseMissed>  , Missed   , none , none >,
    Row< Missed   , On<KeepPromise>    , Kept     , none , none >,
    Row< Missed   , On<AmendPromise>   , Amended  , none , none >,
    Row< Missed   , On<ReleasePromise> , Released , none , none >,
    Row< Amended  , FallsDue           , Due      , none , none >,
    Row< Amended  , On<KeepPromise>    , Kept     , none , none >,
    Row< Amended  , On<AmendPromise>   , Amended  , none , none >,
    Row< Amended  , On<ReleasePromise> , Released , none , none >,
    Row< Amended  , On<PromiseMissed>  , Missed   , none , none >
  >;
  // clang-format on
};

}  // namespace

Machine const& machine() {
  static auto const described = Facade<Definition>::describe("promise");
  return described;
}

}  // namespace redress::workflows::promise
