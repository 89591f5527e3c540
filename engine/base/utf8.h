// Where characters of UTF-8 begin and end.
#pragma once

namespace dialscope {

/// Whether this byte continues a character that an earlier one began.
constexpr bool continuesCharacter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

}  // namespace dialscope
