// SPDX-License-Identifier: Apache-2.0
#include "adapters/mail_in/mail_frames.hpp"

#include <concepts>
#include <vector>

#include "engine/domain/enumeration.hpp"
#include "engine/domain/field.hpp"

namespace redress::mail_in {
namespace {

/// No list of a mail is longer: the header and the number of parts are limited.
constexpr std::uint64_t longest_list = 100'000;

enum class Answer : std::uint8_t { Read = 1, Unreadable = 2 };

class Writer {
 public:
  void write_number(std::uint64_t number) {
    FrameHead const head = frame_head(number);
    bytes_.append(head.data(), head.size());
  }
  void write(std::integral auto number) { write_number(static_cast<std::uint64_t>(number)); }
  void write(std::string const& text) {
    write_number(text.size());
    bytes_ += text;
  }
  void write(Time time) { write_number(static_cast<std::uint64_t>(time.time_since_epoch().count())); }
  void write(Named auto value) { write_number(static_cast<std::uint64_t>(value)); }
  template <class T>
  void write(std::optional<T> const& value) {
    write_number(value ? 1 : 0);
    if (value) write(*value);
  }
  template <class T>
  void write(std::vector<T> const& list) {
    write_number(list.size());
    for (T const& item : list) write(item);
  }
  template <Described T>
  void write(T const& record) {
    for_each_field<T>([&](auto const& field) { write(record.*field.member); });
  }

  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// Reads what `Writer` wrote. After the first wrong byte it stays bad and gives empty values.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t read_number() {
    FrameHead head{};
    if (bytes_.size() < head.size()) return fail();
    bytes_.copy(head.data(), head.size());
    bytes_.remove_prefix(head.size());
    return frame_length(head);
  }
  void read(std::int64_t& number) { number = static_cast<std::int64_t>(read_number()); }
  void read(std::string& text) {
    std::uint64_t const length = read_number();
    if (length > bytes_.size()) return void(fail());
    text = bytes_.substr(0, length);
    bytes_.remove_prefix(length);
  }
  void read(Time& time) { time = Time(Duration(static_cast<std::int64_t>(read_number()))); }
  template <Named E>
  void read(E& value) {
    std::uint64_t const number = read_number();
    if (number >= count_of<E>) return void(fail());
    value = static_cast<E>(number);
  }
  template <class T>
  void read(std::optional<T>& value) {
    if (read_number() != 0) read(value.emplace());
  }
  template <class T>
  void read(std::vector<T>& list) {
    std::uint64_t const length = read_number();
    if (length > longest_list) return void(fail());
    for (std::uint64_t i = 0; i < length && good_; ++i) read(list.emplace_back());
  }
  template <Described T>
  void read(T& record) {
    for_each_field<T>([&](auto const& field) { read(record.*field.member); });
  }

  [[nodiscard]] bool finished() const { return good_ && bytes_.empty(); }

 private:
  std::uint64_t fail() {
    good_ = false;
    bytes_ = {};
    return 0;
  }

  std::string_view bytes_;
  bool good_ = true;
};

template <class Result>
std::string encode(Result const& result) {
  Writer writer;
  writer.write(static_cast<std::uint64_t>(result ? Answer::Read : Answer::Unreadable));
  result ? writer.write(*result) : writer.write(result.error().reason);
  return writer.take();
}

template <class Result>
std::optional<Result> decode(std::string_view bytes) {
  Reader reader(bytes);
  std::uint64_t const answer = reader.read_number();
  if (answer == static_cast<std::uint64_t>(Answer::Read)) {
    typename Result::value_type value;
    reader.read(value);
    return reader.finished() ? std::optional<Result>(std::move(value)) : std::nullopt;
  }
  std::string reason;
  reader.read(reason);
  if (answer != static_cast<std::uint64_t>(Answer::Unreadable) || !reader.finished()) return std::nullopt;
  return Result(std::unexpected(ports::UnreadableMail{std::move(reason)}));
}

}  // namespace

FrameHead frame_head(std::size_t length) {
  FrameHead head{};
  for (std::size_t i = 0; i < head.size(); ++i) head[i] = static_cast<char>((static_cast<std::uint64_t>(length) >> (8 * i)) & 0xFF);
  return head;
}

std::uint64_t frame_length(FrameHead const& head) {
  std::uint64_t length = 0;
  for (std::size_t i = 0; i < head.size(); ++i) length |= static_cast<std::uint64_t>(static_cast<unsigned char>(head[i])) << (8 * i);
  return length;
}

FrameHead encode_wanted(Wanted wanted) {
  return frame_head(wanted ? *wanted + 1 : 0);
}

Wanted decode_wanted(FrameHead const& bytes) {
  std::uint64_t const number = frame_length(bytes);
  return number == 0 ? Wanted() : Wanted(number - 1);
}

std::string encode_reading(Reading const& reading) {
  return encode(reading);
}

std::optional<Reading> decode_reading(std::string_view bytes) {
  return decode<Reading>(bytes);
}

std::string encode_file(FileReading const& file) {
  return encode(file);
}

std::optional<FileReading> decode_file(std::string_view bytes) {
  return decode<FileReading>(bytes);
}

}  // namespace redress::mail_in
