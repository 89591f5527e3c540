// What an operation returns that may fail to deliver: a value, or the one diagnostic that says why not.
#pragma once

#include "engine/base/diagnostic.h"

#include <tl/expected.hpp>

namespace dialscope {

template <class T>
using Result = tl::expected<T, Diagnostic>;

}  // namespace dialscope
