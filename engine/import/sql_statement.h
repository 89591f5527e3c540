// A hint from the statement that a table answers, when it was echoed. Never needed: wrapped or cut it may say nothing.
//
//   const SqlStatement hint = readStatement("select rp.name, d.name from numplan n join routepartition rp on … ", 2);
//   hint.columns;                   // {"routepartition.name", "device.name"}
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dialscope::import {

struct SqlStatement {
  std::string table;  ///< the only one that it selects from; empty for several
  std::vector<std::string>
      columns;                    ///< `table.column` of each; empty where it cannot be told, or has an alias
  std::optional<unsigned> usage;  ///< the only number that it compares tkpatternusage with
};

/// What `statement` says about its `columnCount` columns.
SqlStatement readStatement(std::string_view statement, std::size_t columnCount);

}  // namespace dialscope::import
