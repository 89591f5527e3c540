// How many strings a pattern matches: exact, whatever the length. `!` at 500 digits is a number of 501 figures, so
// the type is an unbounded integer (Boost.Multiprecision) and prints in decimal with `.str()`.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>

namespace dialscope {

using Count = boost::multiprecision::cpp_int;

}  // namespace dialscope
