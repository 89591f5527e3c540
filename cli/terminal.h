// What standard output is: a terminal with colours and a width, or a pipe that wants plain text.
#pragma once

#include "engine/report/style.h"

namespace dialscope::cli {

/// Colours: on a terminal, unless NO_COLOR is set or TERM is `dumb`. Width: the terminal's, else COLUMNS, else 100.
report::Style styleOfStandardOutput();

}  // namespace dialscope::cli
