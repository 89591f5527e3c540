// The table of rules that explanations quote, `engine/report/rules.json`, carried inside the library so that
// a front end needs no file to word an answer. The build writes the definition (cmake/embed.cmake).
#pragma once

#include <string_view>

namespace dialscope::report {

/// The bytes of `engine/report/rules.json` as they stood when the library was built. Never empty.
std::string_view rulesJson();

}  // namespace dialscope::report
