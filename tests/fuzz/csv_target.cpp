// CSV records and the request columns of a suite.
#include "engine/import/csv.h"
#include "engine/workspace/request_columns.h"
#include "tests/fuzz/target.h"

#include <sstream>
#include <string>

using namespace dialscope;
using dialscope::import::LineReader;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::istringstream input{std::string(fuzz::textOf(data, size))};
  LineReader lines(input);
  std::string line;
  if (!lines.next(line)) return 0;
  const char separator = import::separatorOf(line);
  const auto header = import::readCsvRecord(line, lines, separator);
  if (!header) return 0;
  while (lines.next(line)) {
    const auto record = import::readCsvRecord(line, lines, separator);
    if (!record || record->cells.size() > header->cells.size()) continue;
    workspace::CallRequest request;
    workspace::setRow(request, header->cells, record->cells);
  }
  return 0;
}
