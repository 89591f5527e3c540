// How text for people is laid out: with colour or without, and how wide.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dialscope::report {

/// What a piece of text stands for. The style decides whether that is a colour.
enum class Ink { Plain, Strong, Faint, Good, Warn, Bad, Accent };

struct Style {
  bool colour = false;
  std::size_t width = 100;  ///< columns of the terminal

  /// `text`, coloured where this style has colours. Control characters of a plan's names are spelt out.
  std::string paint(Ink ink, std::string_view text) const;
};

/// `text` with its control characters, line ends apart, spelt out as \x1B: a name cannot steer a terminal.
std::string harmless(std::string_view text);

/// How many columns `text` takes on a terminal: code points, escape sequences not counted.
std::size_t columnsOf(std::string_view text);

/// `text` filled up with blanks to `columns`, and not cut when it is longer.
std::string padded(std::string_view text, std::size_t columns);

/// `text` broken between words to lines of at most `width` columns, each line behind `indent`.
std::string wrapped(std::string_view text, std::size_t width, std::string_view indent);

}  // namespace dialscope::report
