// SPDX-License-Identifier: Apache-2.0
#include "workflows/preventive_action/machine.hpp"

#include "workflows/transition_table.hpp"

namespace redress::workflows::preventive_action {
namespace {

using namespace table;

struct Unthought : State {};
struct Proposed : State {};
struct Agreed : State {};
struct Done : State {};
struct FoundEffective : State {};
struct FoundIneffective : State {};

struct AssessedEffective {
  static constexpr std::string_view name = "assess-preventive-action (effective)";
};
struct AssessedIneffective {
  static constexpr std::string_view name = "assess-preventive-action (ineffective)";
};

struct Definition {
  using initial = Unthought;
  static constexpr std::size_t states = 6;
  static constexpr std::size_t rows = 6;

  // clang-format off
  using transition_table = mp_list<
    //   from               on                             to                 do     only if
    Row< Unthought        , On<AddPreventiveAction>      , Proposed         , none , none >,
    Row< Proposed         , On<AgreePreventiveAction>    , Agreed           , none , none >,
    Row< Agreed           , On<CompletePreventiveAction> , Done             , none , none >,
    Row< Done             , AssessedEffective            , FoundEffective   , none , none >,
    Row< Done             , AssessedIneffective          , FoundIneffective , none , none >,
    Row< FoundIneffective , On<AgreePreventiveAction>    , Agreed           , none , none >
  >;
  // clang-format on
};

}  // namespace

Machine const& machine() {
  static auto const described = Facade<Definition>::describe("preventive-action");
  return described;
}

}  // namespace redress::workflows::preventive_action
