#include "engine/base/ascii.h"
#include "engine/base/utf8.h"
#include "engine/pattern/pattern.h"

#include <utility>

namespace dialscope::pattern {
namespace {

constexpr bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

constexpr bool isLowerCase(char c) { return c == 'x' || (c >= 'a' && c <= 'd'); }

// One pass from left to right, one function for what stands where. A wrong character is reported and passed over, so
// that one reading tells all that is wrong.
class Parser {
 public:
  Parser(std::string_view text, const SourcePosition& where, Diagnostics& diagnostics)
      : where_(where),
        diagnostics_(diagnostics) {
    pattern_.text = std::string(text);
  }

  std::optional<Pattern> parse() {
    const std::string_view text = pattern_.text;
    if (text.size() > kMaxPatternLength) {
      error(DiagnosticCode::PatternTooLong, kMaxPatternLength, {std::to_string(text.size())});
      return std::nullopt;
    }
    pattern_.elements.reserve(text.size());
    while (next_ < text.size()) parseNext(text[next_]);
    if (failed_) return std::nullopt;
    return std::move(pattern_);
  }

 private:
  void parseNext(char c) {
    const std::size_t start = next_++;
    if (c != '+' && symbolOf(c)) return add(ElementKind::Literal, start, SymbolSet({&c, 1}));
    switch (c) {
    case 'X': return add(ElementKind::AnyDigit, start, kDigits);
    case '!': return add(ElementKind::DigitRun, start, kDigits, Repeat::OneOrMore);
    case '[': return parseSet(start);
    case '.': return parseDot(start);
    case '@': return parseAt(start);
    case '\\': return parseEscape(start);
    case '?':
    case '+': return parseRepeat(start, c);
    case '-': return error(DiagnosticCode::PatternHyphen, start);
    case ']': return error(DiagnosticCode::PatternBracketStray, start);
    case '^': return error(DiagnosticCode::PatternCaretStray, start);
    default: return parseStranger(start, c);
    }
  }

  void parseDot(std::size_t start) {
    if (pattern_.dot) return error(DiagnosticCode::PatternSecondDot, start);
    pattern_.dot = pattern_.elements.size();
    nothingToRepeat_ = true;
  }

  void parseAt(std::size_t start) {
    if (pattern_.hasNumberingPlan()) return error(DiagnosticCode::PatternSecondAt, start);
    add(ElementKind::NumberingPlan, start, kAllSymbols, Repeat::OneOrMore);
  }

  void parseEscape(std::size_t start) {
    if (next_ == pattern_.text.size() || pattern_.text[next_] != '+') {
      return error(DiagnosticCode::PatternBackslash, start, {}, "\\+");
    }
    ++next_;
    add(ElementKind::Literal, start, SymbolSet("+"));
  }

  void parseRepeat(std::size_t start, char c) {
    if (afterError_) return;
    if (nothingToRepeat_) {
      if (c == '?') return error(DiagnosticCode::PatternBareRepeat, start, {"?"});
      std::string meant = pattern_.text;
      return error(DiagnosticCode::PatternBarePlus, start, {}, meant.insert(start, "\\"));
    }
    Element& element = pattern_.elements.back();
    const Repeat written = c == '?' ? Repeat::ZeroOrMore : Repeat::OneOrMore;
    const bool repeatedBefore = element.length > spelledOnce_;
    // Zero repeats anywhere make the whole optional: `X+?` and `X?+` are both `X?` (DA-06).
    element.repeat = element.repeat == Repeat::ZeroOrMore ? Repeat::ZeroOrMore : written;
    element.length = static_cast<std::uint8_t>(next_ - element.offset);
    if (repeatedBefore) {
      const std::string base = pattern_.text.substr(element.offset, spelledOnce_);
      diagnostics_.push_back({DiagnosticCode::PatternRepeatTwice,
                              position(start),
                              {std::string(pattern_.spelling(element)),
                               base + (element.repeat == Repeat::ZeroOrMore ? "?" : "+")},
                              {}});
    }
  }

  void parseSet(std::size_t start) {
    const std::string_view text = pattern_.text;
    const std::size_t close = text.find(']', next_);
    if (close == std::string_view::npos) {
      error(DiagnosticCode::PatternSetUnclosed, start);
      next_ = text.size();
      return;
    }
    ElementKind kind = ElementKind::Set;
    if (text[next_] == '^') {
      kind = ElementKind::ComplementSet;
      if (hasCaret_) error(DiagnosticCode::PatternSecondCaret, next_);
      hasCaret_ = true;
      ++next_;
    }
    SymbolSet symbols;
    if (next_ == close) error(DiagnosticCode::PatternSetEmpty, start);
    while (next_ < close) parseSetItem(close, symbols);
    next_ = close + 1;
    add(kind, start, symbols);
  }

  // One symbol or a range of two, inside of the brackets.
  void parseSetItem(std::size_t close, SymbolSet& symbols) {
    const std::size_t start = next_;
    const auto low = parseSetSymbol(close);
    if (!low) return;
    if (next_ >= close || pattern_.text[next_] != '-') return symbols.insert(*low);
    ++next_;
    const auto high = next_ < close ? parseSetSymbol(close) : std::nullopt;
    const bool digits = high && kDigits.contains(*low) && kDigits.contains(*high);
    const bool letters = high && charOf(*low) >= 'A' && charOf(*high) >= 'A';
    if (!(digits || letters) || *low > *high) {
      return error(DiagnosticCode::PatternSetRange, start, {pattern_.text.substr(start, next_ - start)});
    }
    for (auto s = static_cast<unsigned>(*low); s <= static_cast<unsigned>(*high); ++s) {
      symbols.insert(static_cast<Symbol>(s));
    }
  }

  std::optional<Symbol> parseSetSymbol(std::size_t close) {
    const std::size_t start = next_;
    const char c = pattern_.text[next_++];
    if (c == '\\' && next_ < close && pattern_.text[next_] == '+') {
      ++next_;
      return symbolOf('+');
    }
    if (c == '^') {
      error(DiagnosticCode::PatternSetCaret, start);
      return std::nullopt;
    }
    if (isLowerCase(c) && c != 'x') {
      lowerCase(start, c);
      return std::nullopt;
    }
    const auto symbol = c == '+' ? std::nullopt : symbolOf(c);
    if (!symbol) error(DiagnosticCode::PatternSetCharacter, start, {printable(start)});
    return symbol;
  }

  void parseStranger(std::size_t start, char c) {
    if (isBlank(c)) return error(DiagnosticCode::PatternSpace, start);
    if (isLowerCase(c)) return lowerCase(start, c);
    error(DiagnosticCode::PatternCharacter, start, {printable(start)});
  }

  // Said once: the suggestion spells the whole pattern.
  void lowerCase(std::size_t start, char c) {
    failed_ = afterError_ = true;
    if (std::exchange(hasLowerCase_, true)) return;
    error(DiagnosticCode::PatternLowerCase, start, {std::string(1, c), std::string(1, upperCase(c))},
          capitalized());
  }

  void add(ElementKind kind, std::size_t start, SymbolSet symbols, Repeat repeat = Repeat::Once) {
    spelledOnce_ = next_ - start;
    nothingToRepeat_ = false;
    afterError_ = false;
    pattern_.elements.push_back(
        {kind, repeat, static_cast<std::uint8_t>(start), static_cast<std::uint8_t>(spelledOnce_), symbols});
  }

  // The whole UTF-8 character at `start`, and the reader moved behind it: a message never cuts one in two.
  std::string printable(std::size_t start) {
    while (next_ < pattern_.text.size() && continuesCharacter(pattern_.text[next_])) ++next_;
    return pattern_.text.substr(start, next_ - start);
  }

  std::string capitalized() const {
    std::string meant = pattern_.text;
    for (char& c : meant) c = isLowerCase(c) ? upperCase(c) : c;
    return meant;
  }

  SourcePosition position(std::size_t offset) const {
    SourcePosition position = where_;
    position.column += offset;
    return position;
  }

  void error(DiagnosticCode code, std::size_t offset, std::vector<std::string> arguments = {},
             std::string suggestion = {}) {
    failed_ = true;
    afterError_ = true;
    diagnostics_.push_back({code, position(offset), std::move(arguments), std::move(suggestion)});
  }

  Pattern pattern_;
  const SourcePosition& where_;
  Diagnostics& diagnostics_;
  std::size_t next_ = 0;
  std::size_t spelledOnce_ = 0;  // length of the last element without its repeats
  bool nothingToRepeat_ = true;  // at the start and right after a dot (DA-10)
  bool afterError_ = false;      // a repeat of what was wrong says nothing new
  bool hasLowerCase_ = false;
  bool hasCaret_ = false;  // one `^` per pattern (DA-12)
  bool failed_ = false;
};

}  // namespace

std::optional<Pattern> parsePattern(std::string_view text, const SourcePosition& where,
                                    Diagnostics& diagnostics) {
  return Parser(text, where, diagnostics).parse();
}

}  // namespace dialscope::pattern
