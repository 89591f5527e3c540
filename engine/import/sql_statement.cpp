#include "engine/import/sql_statement.h"

#include "engine/base/ascii.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace dialscope::import {
namespace {

bool isWordCharacter(char c) { return isAlphanumeric(c) || c == '_' || c == '.'; }

// Words, and every other character but blanks and quotes on its own; in lower case.
std::vector<std::string> tokensOf(std::string_view statement) {
  std::vector<std::string> tokens;
  bool inWord = false;
  for (const char c : statement) {
    const bool wordCharacter = isWordCharacter(c);
    const char lower = lowerCase(c);
    if (wordCharacter && inWord) {
      tokens.back() += lower;
    } else if (std::string_view(" \t\r\n'\"").find(c) == std::string_view::npos) {
      tokens.emplace_back(1, lower);
    }
    inWord = wordCharacter;
  }
  return tokens;
}

using Tokens = std::vector<std::string>;
using Place = Tokens::const_iterator;

bool isOneOf(const std::string& token, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), token) != words.end();
}

// Behind `from`, `join` and the commas between them: a table, perhaps `as`, perhaps its short name.
std::map<std::string, std::string> tablesOf(Place from, Place end) {
  std::map<std::string, std::string> tables;
  bool expected = true;
  for (Place at = from; at != end && !isOneOf(*at, {"where", "order", "group"}); ++at) {
    if (expected && isWordCharacter(at->front())) {
      const std::string table = *at;
      std::string shortName = table;
      Place next = at + 1;
      if (next != end && *next == "as") ++next;
      if (next != end && isWordCharacter(next->front()) &&
          !isOneOf(*next, {"join", "inner", "left", "right", "outer", "on", "where", "order", "group"})) {
        shortName = *next;
        at = next;
      }
      tables.emplace(shortName, table);
      expected = false;
    } else {
      expected = *at == "join" || *at == ",";
    }
  }
  return tables;
}

// `rp.name` alone, for it is printed as `name`; nothing for an expression or a column with an alias.
std::string columnOf(Place begin, Place end, const std::map<std::string, std::string>& tables) {
  if (end - begin != 1) return {};
  const std::size_t dot = begin->find('.');
  if (dot == std::string::npos) return {};
  const auto table = tables.find(begin->substr(0, dot));
  return table == tables.end() ? std::string() : table->second + begin->substr(dot);
}

std::vector<std::string> columnsOf(Place begin, Place end, const std::map<std::string, std::string>& tables) {
  std::vector<std::string> columns;
  while (begin != end && isOneOf(*begin, {"skip", "first", "limit", "distinct", "unique", "all"})) {
    const bool counted = isOneOf(*begin, {"skip", "first", "limit"});
    ++begin;
    if (counted && begin != end) ++begin;
  }
  int depth = 0;
  Place start = begin;
  for (Place at = begin;; ++at) {
    if (at == end || (depth == 0 && *at == ",")) {
      columns.push_back(columnOf(start, at, tables));
      if (at == end) return columns;
      start = at + 1;
    } else {
      depth += *at == "(" ? 1 : *at == ")" ? -1 : 0;
    }
  }
}

std::optional<unsigned> usageOf(const Tokens& tokens) {
  std::optional<unsigned> usage;
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
    if (!tokens[i].ends_with("tkpatternusage") || tokens[i + 1] != "=") continue;
    unsigned number = 0;
    const std::string& text = tokens[i + 2];
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || stop != text.data() + text.size()) continue;
    if (usage && *usage != number) return std::nullopt;
    usage = number;
  }
  return usage;
}

}  // namespace

SqlStatement readStatement(std::string_view statement, std::size_t columnCount) {
  SqlStatement hint;
  const Tokens tokens = tokensOf(statement);
  const auto select = std::find(tokens.begin(), tokens.end(), "select");
  const auto from = std::find(select, tokens.end(), "from");
  if (from == tokens.end()) return hint;
  const auto tables = tablesOf(from + 1, tokens.end());
  if (tables.size() == 1) hint.table = tables.begin()->second;
  hint.usage = usageOf(tokens);
  hint.columns = columnsOf(select + 1, from, tables);
  if (hint.columns.size() != columnCount) hint.columns.assign(columnCount, {});
  return hint;
}

}  // namespace dialscope::import
