// SPDX-License-Identifier: Apache-2.0
#pragma once

// The one place that knows Boost.MSM's ways. Included by machine.cpp files only (tests/layering_test.cpp sees to it), because every file that includes it
// pays eight seconds for it.
//
// A table is `using transition_table = mp_list<Row<From, On<Command>, To, Do<Action>, OnlyIf<Policy...>>...>`. `using`, not inheritance: a struct derived
// from mp_list compiles silently to an empty machine, so define_machine() asserts the number of states and rows. Policies come to `check`, actions to
// `perform`; the edge table, the diagrams, the permitted commands and the machine itself are all made from the same list and cannot disagree.

#include <array>
#include <cstring>
#include <string>
#include <utility>

#include <boost/mp11.hpp>
#include <boost/mp11/mpl.hpp>

#include <boost/msm/back/state_machine.hpp>
#include <boost/msm/back/tools.hpp>
#include <boost/msm/front/functor_row.hpp>
#include <boost/msm/front/state_machine_def.hpp>

#include "engine/domain/ensure.hpp"
#include "workflows/machine.hpp"
#include "workflows/type_name.hpp"

namespace redress::workflows::table {

using boost::mp11::mp_list;
using boost::msm::front::none;
using boost::msm::front::Row;

struct State : boost::msm::front::state<> {};

/// The event of a command.
template <class Command>
struct On {
  static constexpr std::string_view name = Command::name;
};

/// A guard: every policy must have nothing to say.
template <class... Policies>
struct OnlyIf {
  static void check(Consideration const& at, MissingList& missing) { (Policies::check(at, missing), ...); }

  template <class Event, class Fsm, class Source, class Target>
  bool operator()(Event const&, Fsm& fsm, Source&, Target&) const {
    check(fsm.turn->at, *fsm.missing);
    return fsm.missing->empty();
  }
};

/// An action: appends to the decision.
template <class Action>
struct Do {
  template <class Event, class Fsm, class Source, class Target>
  void operator()(Event const&, Fsm& fsm, Source&, Target&) const {
    Action::perform(*fsm.turn);
  }
};

template <class Definition>
struct Front : boost::msm::front::state_machine_def<Front<Definition>> {
  using transition_table = typename Definition::transition_table;
  using initial_state = typename Definition::initial;
  using no_exception_thrown = int;
  using no_message_queue = int;

  Turn* turn = nullptr;
  MissingList* missing = nullptr;

  template <class Fsm, class Event>
  void no_transition(Event const&, Fsm&, int) {}
};

/// The documented way to set a machine's state: an archive that hands out the one number.
struct Restore {
  int const* state;
  template <int N>
  Restore& operator&(int (&numbers)[N]) {
    std::memcpy(numbers, state, sizeof numbers);
    return *this;
  }
  template <class T>
  Restore& operator&(T&) {
    return *this;
  }
};

template <class Guard>
struct GuardName {
  static std::string const& text() {
    static std::string const empty;
    return empty;
  }
  static void check(Consideration const&, MissingList&) {}
};
template <class... Policies>
struct GuardName<OnlyIf<Policies...>> {
  static std::string const& text() {
    static std::string const joined = [] {
      std::string all;
      ((all += (all.empty() ? "" : " and "), all += type_name<Policies>()), ...);
      return all;
    }();
    return joined;
  }
  static void check(Consideration const& at, MissingList& missing) { OnlyIf<Policies...>::check(at, missing); }
};

template <class Action>
inline constexpr std::string_view action_name{};
template <class Action>
inline constexpr std::string_view action_name<Do<Action>> = type_name<Action>();

template <class Definition>
class Facade {
 public:
  static std::span<Edge const> edges() {
    static auto const all = [] {
      std::array<Edge, row_count> made;
      std::size_t next = 0;
      for_each_row([&]<class R>(R) {
        made[next++] = {type_name<typename R::Source>(), R::Evt::name, type_name<typename R::Target>(), action_name<typename R::Action>,
                        GuardName<typename R::Guard>::text()};
      });
      return made;
    }();
    return all;
  }

  static Move move(std::string_view state, std::string_view event, Turn& turn) {
    auto const number = number_of(state);
    auto const* runner = runner_of(event);
    if (runner == nullptr) return {Verdict::NoRow, state, {}};
    MissingList missing;
    Back machine;
    machine.turn = &turn;
    machine.missing = &missing;
    Restore archive{&number};
    machine.serialize(archive, 0u);
    auto const handled = runner->run(machine);
    if (!missing.empty()) return {Verdict::Refused, state, std::move(missing)};
    if ((handled & boost::msm::back::HANDLED_TRUE) == 0) return {Verdict::NoRow, state, {}};
    return {Verdict::Taken, state_names()[static_cast<std::size_t>(machine.current_state()[0])], {}};
  }

  static std::vector<std::pair<std::string_view, MissingList>> allowed(std::string_view state, Consideration const& at) {
    std::vector<std::pair<std::string_view, MissingList>> found;
    for_each_row([&]<class R>(R) {
      if (type_name<typename R::Source>() != state) return;
      found.emplace_back(R::Evt::name, MissingList{});
      GuardName<typename R::Guard>::check(at, found.back().second);
    });
    return found;
  }

  static Machine describe(std::string_view name) { return {name, type_name<typename Definition::initial>(), edges(), &move, &allowed}; }

 private:
  using Rows = typename Definition::transition_table;
  using Back = boost::msm::back::state_machine<Front<Definition>>;
  static constexpr std::size_t row_count = boost::mp11::mp_size<Rows>::value;
  template <class R>
  using EventOf = typename R::Evt;
  template <class R>
  using SourceOf = typename R::Source;
  template <class R>
  using TargetOf = typename R::Target;
  using Events = boost::mp11::mp_unique<boost::mp11::mp_transform<EventOf, Rows>>;
  using States = boost::mp11::mp_unique<boost::mp11::mp_append<boost::mp11::mp_transform<SourceOf, Rows>, boost::mp11::mp_transform<TargetOf, Rows>>>;
  static constexpr std::size_t state_count = boost::mp11::mp_size<States>::value;
  static_assert(row_count == Definition::rows, "the machine has another number of rows than its table says");
  static_assert(state_count == Definition::states, "the machine has another number of states than its table says");

  struct Runner {
    std::string_view event;
    unsigned (*run)(Back&);
  };

  template <class Visit>
  static void for_each_row(Visit&& visit) {
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Rows>>([&]<class R>(boost::mp11::mp_identity<R>) { visit(R{}); });
  }

  static std::array<std::string_view, state_count> const& state_names() {
    static auto const names = [] {
      std::array<std::string_view, state_count> made;
      boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, States>>([&]<class S>(boost::mp11::mp_identity<S>) {
        made[static_cast<std::size_t>(boost::msm::back::get_state_id<typename Back::stt, S>::type::value)] = type_name<S>();
      });
      return made;
    }();
    return names;
  }

  static int number_of(std::string_view state) {
    for (std::size_t i = 0; i < state_count; ++i)
      if (state_names()[i] == state) return static_cast<int>(i);
    throw BrokenInvariant("a machine was asked about a state it does not have");
  }

  static Runner const* runner_of(std::string_view event) {
    static auto const runners = [] {
      std::array<Runner, boost::mp11::mp_size<Events>::value> made;
      std::size_t next = 0;
      boost::mp11::mp_for_each<Events>([&]<class E>(E) {
        made[next++] = {E::name, +[](Back& machine) { return static_cast<unsigned>(machine.process_event(E{})); }};
      });
      return made;
    }();
    for (auto const& runner : runners)
      if (runner.event == event) return &runner;
    return nullptr;
  }
};

}  // namespace redress::workflows::table
