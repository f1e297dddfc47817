// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_in/mark_order.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <cstdint>
#include <map>
#include <string>

#include "engine/domain/ensure.hpp"

namespace redress::mail_in {
namespace {

/// Nothing before it is a mark.
constexpr UChar32 first_mark = 0x300;

/// Whether it is moved among the marks around it, itself or what it is composed of.
bool is_moved(UChar32 c) {
  return c >= first_mark && u_getIntPropertyValue(c, UCHAR_LEAD_CANONICAL_COMBINING_CLASS) != 0;
}

icu::Normalizer2 const& decomposing() {
  UErrorCode status = U_ZERO_ERROR;
  auto const* nfd = icu::Normalizer2::getNFDInstance(status);
  ensure(U_SUCCESS(status), "ICU has its normalisation data");
  return *nfd;
}

/// The marks that follow one another, by their class; within a class in the order in which they came.
class MarkRun {
 public:
  void add(UChar32 c) {
    // A few vowel signs of Tibetan are no marks, and consist of such.
    if (u_getCombiningClass(c) != 0) return keep(c);
    icu::UnicodeString parts;
    if (decomposing().getDecomposition(c, parts) == 0) return keep(c);
    for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) keep(parts.char32At(i));
  }

  [[nodiscard]] bool empty() const { return by_class_.empty(); }

  void append_to(OrderedMarks& ordered) {
    for (auto const& [combining_class, marks] : by_class_) {
      ordered.text.append(marks);
      ordered.steps += static_cast<std::size_t>(marks.length());
    }
    by_class_.clear();
  }

 private:
  void keep(UChar32 c) { by_class_[u_getCombiningClass(c)].append(c); }

  std::map<std::uint8_t, icu::UnicodeString> by_class_;
};

}  // namespace

OrderedMarks with_marks_in_order(icu::UnicodeString const& text) {
  OrderedMarks ordered;
  MarkRun run;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    auto const c = text.char32At(i);
    ++ordered.steps;
    if (is_moved(c)) {
      run.add(c);
      continue;
    }
    if (!run.empty()) run.append_to(ordered);
    ordered.text.append(c);
  }
  if (!run.empty()) run.append_to(ordered);
  return ordered;
}

}  // namespace redress::mail_in
