// SPDX-License-Identifier: Apache-2.0
#include "workflows/letter/machine.hpp"

#include "workflows/transition_table.hpp"

namespace redress::workflows::letter {
namespace {

using namespace table;

struct Unwritten : State {};
struct Drafted : State {};
struct Reviewed : State {};
struct Approved : State {};
struct Queued : State {};
struct Accepted : State {};
struct Bounced : State {};

struct Definition {
  using initial = Unwritten;
  static constexpr std::size_t states = 7;
  static constexpr std::size_t rows = 16;

  // clang-format off
  using transition_table = mp_list<
    //   from        on                   to         do     only if
    Row< Unwritten , On<DraftLetter>    , Drafted  , none , none >,
    Row< Drafted   , On<DraftLetter>    , Drafted  , none , none >,
    Row< Drafted   , On<ReviewLetter>   , Reviewed , none , none >,
    Row< Reviewed  , On<ReturnLetter>   , Drafted  , none , none >,
    Row< Reviewed  , On<ApproveLetter>  , Approved , none , none >,
    Row< Approved  , On<ReturnLetter>   , Drafted  , none , none >,
    Row< Approved  , On<SendLetter>     , Queued   , none , none >,
    Row< Queued    , On<LetterAccepted> , Accepted , none , none >,
    Row< Queued    , On<LetterBounced>  , Bounced  , none , none >,
    Row< Queued    , On<CopyLetter>     , Queued   , none , none >,
    Row< Queued    , On<PostLetter>     , Queued   , none , none >,
    Row< Accepted  , On<PostLetter>     , Queued   , none , none >,
    Row< Accepted  , On<CopyLetter>     , Accepted , none , none >,
    Row< Accepted  , On<LetterAccepted> , Accepted , none , none >,
    Row< Accepted  , On<LetterBounced>  , Bounced  , none , none >,
    Row< Bounced   , On<DraftLetter>    , Drafted  , none , none >
  >;
  // clang-format on
};

}  // namespace

Machine const& machine() {
  static auto const described = Facade<Definition>::describe("letter");
  return described;
}

}  // namespace redress::workflows::letter
