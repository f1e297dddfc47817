// SPDX-License-Identifier: Apache-2.0
#include "adapters/rules/party_register.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <string_view>
#include <system_error>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>
#include <boost/json/parse.hpp>

#include "adapters/codec/described.hpp"
#include "adapters/codec/text.hpp"

namespace redress::rules {
namespace {

constexpr std::size_t shown_most = 50;
constexpr std::size_t signature_bytes = 2000;
constexpr std::size_t words_of_a_name_most = 6;

/// "INV-2026/118" and "inv 2026 118" are the same number.
std::string bare(std::string_view number) {
  std::string letters;
  for (char const c : number) {
    if (c >= 'a' && c <= 'z')
      letters += static_cast<char>(c - 'a' + 'A');
    else if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80)
      letters += c;
  }
  return letters;
}

std::string domain_of(std::string_view address) {
  auto const at = address.rfind('@');
  return at == std::string_view::npos ? std::string{} : codec::folded(address.substr(at + 1));
}

/// How many bytes of punctuation beyond ASCII begin here: quotation marks, dashes and blanks of print (U+0080 to U+00BF, U+2000 to U+207F); 0 when none do.
std::size_t printed_mark(std::string_view text) {
  if (text.starts_with("\xc2")) return 2;
  return text.starts_with("\xe2\x80") || text.starts_with("\xe2\x81") ? 3 : 0;
}

/// Folded words, without what stands between them.
std::vector<std::string> words_of(std::string_view given) {
  auto const text = codec::folded(given);
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < text.size();) {
    auto const mark = printed_mark(std::string_view(text).substr(i));
    char const c = text[i];
    bool const is_part = mark == 0 && (static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
    if (is_part)
      words.back() += c;
    else if (!words.back().empty())
      words.emplace_back();
    i += mark == 0 ? 1 : mark;
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::string joined(std::vector<std::string> const& words, std::size_t from, std::size_t count) {
  std::string text;
  for (std::size_t i = from; i < from + count; ++i) text += (i == from ? "" : " ") + words[i];
  return text;
}

std::string name_key(std::string_view name) {
  auto const words = words_of(name);
  return joined(words, 0, words.size());
}

/// The end of what they wrote, where a signature stands, from the beginning of a character.
std::string_view end_of(std::string_view text) {
  if (text.size() <= signature_bytes) return text;
  auto from = text.size() - signature_bytes;
  while (from < text.size() && (static_cast<unsigned char>(text[from]) & 0xc0) == 0x80) ++from;
  return text.substr(from);
}

}  // namespace

struct FilePartyRegister::Books {
  using Index = std::unordered_multimap<std::string, std::size_t>;

  std::vector<RegisteredParty> parties;
  Index accounts, addresses, domains, phones, numbers, names;

  void add(RegisteredParty party) {
    auto const place = parties.size();
    accounts.emplace(party.account, place);
    for (auto const& one : party.addresses) addresses.emplace(codec::folded(one), place);
    for (auto const& one : party.domains) domains.emplace(codec::folded(one), place);
    for (auto const& one : party.phones) phones.emplace(bare(one), place);
    for (auto const& one : party.numbers) numbers.emplace(bare(one), place);
    names.emplace(name_key(party.name), place);
    parties.push_back(std::move(party));
  }
};

namespace {

using Found = std::map<std::size_t, std::set<IdentitySign>>;

template <class Index>
void look_up(Index const& index, std::string const& key, IdentitySign sign, Found& found) {
  if (key.empty()) return;
  auto const [begin, end] = index.equal_range(key);
  for (auto at = begin; at != end && found.size() < shown_most; ++at) found[at->second].insert(sign);
}

RegisteredParty read_line(std::string const& line, std::string const& place, Organisation const& organisation) {
  boost::system::error_code failure;
  auto const value = boost::json::parse(line, failure);
  if (failure || !value.is_object()) throw RuleFault(place + ": this is not one JSON object; write one to a line");
  RegisteredParty party;
  if (auto const problem = codec::from_json(value, party)) throw RuleFault(fmt::format("{}: \"{}\" {}", place, problem->path, problem->what));
  if (!party.account_manager.empty() && organisation.find(party.account_manager) == nullptr)
    throw RuleFault(place + ": \"account_manager\" is nobody among the staff; name one by their id, or leave it out");
  return party;
}

}  // namespace

FilePartyRegister::FilePartyRegister(std::filesystem::path const& file, Organisation const& organisation, OnMistake on_mistake,
                                     std::chrono::milliseconds look_every)
    : file_(file),
      organisation_(organisation),
      on_mistake_(std::move(on_mistake)),
      look_every_(look_every),
      stamp_(stamp()),
      looked_at_(Clock::now()),
      books_(read()) {}

FilePartyRegister::~FilePartyRegister() = default;

std::shared_ptr<FilePartyRegister::Books const> FilePartyRegister::read() const {
  std::ifstream in(file_);
  if (!in) throw RuleFault(file_.string() + ": cannot be read; check that it is there and may be read");
  auto books = std::make_shared<Books>();
  std::string line;
  for (int number = 1; std::getline(in, line); ++number)
    if (line.find_first_not_of(" \t\r") != std::string::npos) books->add(read_line(line, fmt::format("{}:{}", file_.string(), number), organisation_));
  if (in.bad()) throw RuleFault(file_.string() + ": could not be read to its end");
  return books;
}

/// That of no file when it cannot be looked up.
FilePartyRegister::Stamp FilePartyRegister::stamp() const {
  std::error_code unreadable;
  Stamp stamp{std::filesystem::last_write_time(file_, unreadable), std::filesystem::file_size(file_, unreadable)};
  return unreadable ? Stamp{} : stamp;
}

std::shared_ptr<FilePartyRegister::Books const> FilePartyRegister::current() const {
  if (has_changed()) read_again();
  std::lock_guard const lock(mutex_);
  return books_;
}

/// True to one caller alone, who then reads the file; meanwhile the others are answered from what there is.
bool FilePartyRegister::has_changed() const {
  std::lock_guard const lock(mutex_);
  auto const now = Clock::now();
  if (now - looked_at_ < look_every_) return false;
  looked_at_ = now;
  auto const found = stamp();
  if (found == stamp_) return false;
  stamp_ = found;
  return true;
}

void FilePartyRegister::read_again() const {
  try {
    auto books = read();
    std::lock_guard const lock(mutex_);
    books_ = std::move(books);
  } catch (RuleFault const& fault) {
    on_mistake_(fault.what());
  }
}

std::vector<ports::SharedSigns> FilePartyRegister::sharing(ports::IdentityClues const& clues) const {
  auto const books = current();
  Found found;
  look_up(books->addresses, codec::folded(clues.address), IdentitySign::Address, found);
  look_up(books->accounts, clues.earlier_account, IdentitySign::EarlierComplaint, found);
  for (auto const& one : clues.numbers) look_up(books->numbers, bare(one), IdentitySign::Number, found);
  for (auto const& one : clues.phones) look_up(books->phones, bare(one), IdentitySign::Phone, found);
  look_up(books->domains, domain_of(clues.address), IdentitySign::Domain, found);
  look_up(books->names, name_key(clues.name), IdentitySign::Name, found);
  auto const words = words_of(end_of(clues.text));
  for (std::size_t from = 0; from < words.size(); ++from)
    for (std::size_t count = 1; count <= words_of_a_name_most && from + count <= words.size(); ++count)
      look_up(books->names, joined(words, from, count), IdentitySign::Signature, found);
  std::vector<ports::SharedSigns> shared;
  for (auto const& [place, signs] : found) shared.push_back({books->parties[place], {signs.begin(), signs.end()}});
  return shared;
}

}  // namespace redress::rules
