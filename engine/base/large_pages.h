// A large block that is about to be filled: the kernel hands out memory by pages of 4 KB, and where each first touch is
// dear (a virtual machine pays some ten microseconds), filling 50 MB takes longer than reading it. Pages of 2 MB are
// touched 500 times less often.
#pragma once

#include <cstddef>

namespace dialscope {

/// Asks for large pages in the block of `bytes` at `begin`, which is not yet touched. A hint: small blocks are left
/// alone, and nothing depends on it.
void preferLargePages(void* begin, std::size_t bytes);

}  // namespace dialscope
