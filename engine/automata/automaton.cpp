#include "engine/automata/automaton.h"

namespace dialscope::automata {

Columns::Columns(SymbolSet used) : used_(used) {
  for (std::size_t s = 0; s < kSymbolCount; ++s) {
    if (!used.contains(static_cast<Symbol>(s))) continue;
    column_[static_cast<unsigned char>(kDialAlphabet[s])] = static_cast<std::uint8_t>(size_++);
  }
}

}  // namespace dialscope::automata
