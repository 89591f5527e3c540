// The parser of nlohmann-json tells no places. It reads no further than it must, though: when it reports a bracket or a
// string it stands right behind it, when it reports a number or a word at most one byte further. So a place in the text
// that counts along gives every value's end, and the way back from there its beginning.
#include "engine/import/read_json.h"

#include "engine/import/byte_order_mark.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

namespace dialscope::import {
namespace {

using nlohmann::json;

struct CountedPlace {
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  const char* place = nullptr;
  const char** furthest = nullptr;

  reference operator*() const { return *place; }
  CountedPlace& operator++() {
    *furthest = ++place;
    return *this;
  }
  CountedPlace operator++(int) {
    const CountedPlace before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountedPlace& other) const { return place == other.place; }
  bool operator!=(const CountedPlace& other) const { return place != other.place; }
};

class TreeBuilder : public nlohmann::json_sax<json> {
 public:
  explicit TreeBuilder(const SourceText& source) : source_(source), text_(source.text()) {}

  Result<JsonValue> read() {
    const std::size_t start = startOf(text_);
    begin_ = text_.data() + start;
    end_ = text_.data() + text_.size();
    furthest_ = begin_;
    const bool whole =
        json::sax_parse(CountedPlace{begin_, &furthest_}, CountedPlace{end_, &furthest_}, this);
    if (!whole && !problem_) malformed(here(), "it cannot be read");
    if (problem_) return tl::unexpected(std::move(*problem_));
    return std::move(root_);
  }

  bool null() override { return leaf(JsonKind::Null, wordStart(), "null"); }
  bool boolean(bool value) override { return leaf(JsonKind::Boolean, wordStart(), value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override {
    return leaf(JsonKind::Number, wordStart(), std::to_string(value));
  }
  bool number_unsigned(number_unsigned_t value) override {
    return leaf(JsonKind::Number, wordStart(), std::to_string(value));
  }
  bool number_float(number_float_t, const string_t& written) override {
    return leaf(JsonKind::Number, wordStart(), written);
  }
  bool binary(binary_t&) override { return false; }
  bool string(string_t& value) override { return leaf(JsonKind::String, stringStart(), std::move(value)); }

  bool start_object(std::size_t) override { return open(JsonKind::Object); }
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override { return open(JsonKind::List); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    open_.back()->members.push_back({std::move(name), stringStart(), {}});
    return true;
  }

  bool parse_error(std::size_t, const std::string&, const json::exception& error) override {
    // "[json.exception.parse_error.101] parse error at line 1, column 5: syntax error while …"
    std::string_view reason = error.what();
    if (const auto colon = reason.find(": "); colon != std::string_view::npos)
      reason.remove_prefix(colon + 2);
    const bool cut = reason.find("unexpected end of input") != std::string_view::npos;
    malformed(cut || here() == 0 ? here() : here() - 1, reason);
    return false;
  }

 private:
  std::size_t here() const { return static_cast<std::size_t>(furthest_ - text_.data()); }

  // Of the string whose closing quote has just been read.
  std::size_t stringStart() const {
    std::size_t quote = here() - 1;
    for (;;) {
      quote = text_.rfind('"', quote - 1);
      std::size_t backslashes = 0;
      while (backslashes < quote && text_[quote - 1 - backslashes] == '\\') ++backslashes;
      if (backslashes % 2 == 0) return quote;
    }
  }

  // Of the number or word that has just been read.
  std::size_t wordStart() const {
    static constexpr std::string_view kWordCharacters = "0123456789+-.eEtrufalsn";
    std::size_t start = here();
    if (start > 0 && kWordCharacters.find(text_[start - 1]) == std::string_view::npos) --start;
    while (start > 0 && kWordCharacters.find(text_[start - 1]) != std::string_view::npos) --start;
    return start;
  }

  JsonValue* place(JsonValue value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    JsonValue& outer = *open_.back();
    if (outer.kind == JsonKind::List) return &outer.items.emplace_back(std::move(value));
    outer.members.back().value = std::move(value);
    return &outer.members.back().value;
  }

  bool leaf(JsonKind kind, std::size_t offset, std::string text) {
    place({kind, offset, std::move(text), {}, {}});
    return true;
  }

  // A list's items do not move while one of them is open: the list grows only once it is closed.
  bool open(JsonKind kind) {
    const std::size_t offset = here() - 1;
    if (open_.size() == kMaxJsonDepth) {
      malformed(offset, "it is nested too deeply");
      return false;
    }
    open_.push_back(place({kind, offset, {}, {}, {}}));
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  void malformed(std::size_t offset, std::string_view reason) {
    problem_ = Diagnostic{DiagnosticCode::JsonMalformed,
                          source_.positionAt(std::min(offset, text_.size())),
                          {std::string(reason)},
                          {}};
  }

  const SourceText& source_;
  const std::string& text_;
  const char* begin_ = nullptr;
  const char* end_ = nullptr;
  const char* furthest_ = nullptr;
  JsonValue root_;
  std::vector<JsonValue*> open_;
  std::optional<Diagnostic> problem_;
};

}  // namespace

const JsonValue* JsonValue::find(std::string_view name) const {
  const auto found = std::find_if(members.begin(), members.end(),
                                  [&](const JsonMember& member) { return member.name == name; });
  return found == members.end() ? nullptr : &found->value;
}

std::string_view wordsOf(JsonKind kind) {
  static constexpr std::array<std::string_view, 6> kWords{"null",     "true or false", "a number",
                                                          "a string", "a list",        "an object"};
  return kWords[static_cast<std::size_t>(kind)];
}

Result<JsonValue> readJson(const SourceText& source) {
  if (auto wrong = checkEncoding(source)) return tl::unexpected(std::move(*wrong));
  return TreeBuilder(source).read();
}

}  // namespace dialscope::import
