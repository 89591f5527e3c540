// The command line of dialscope-gui, read without an application object: `--help` and `--version` need no display.
//
//   const Options options = parseOptions({"plan.xml", "--css", "Phones", "--dial", "70012"});
//   std::get<WindowOptions>(options).request.digits;      // "70012"
//
// Only the form is checked here. Whether a plan can be read and has such a search space is found out by the window.
#pragma once

#include "engine/workspace/workspace.h"
#include "gui/views/theme.h"

#include <QSize>
#include <QString>
#include <QStringList>
#include <optional>
#include <variant>
#include <vector>

namespace dialscope::gui {

enum class Perspective : std::uint8_t { Replay, Compare, Author, Teach };

/// "replay", "compare", "author", "teach".
QString nameOf(Perspective perspective);

/// The type may be made so much larger.
inline constexpr double kSmallestScale = 0.75;
inline constexpr double kLargestScale = 2.0;

struct WindowOptions {
  QStringList plans;
  workspace::CallRequest request;        ///< its mode is empty
  std::vector<routing::DialMode> modes;  ///< empty = as the window was left
  std::optional<int> step;               ///< from 1, as the window counts; none = the end
  std::optional<Perspective> perspective;
  std::optional<ColourScheme> scheme;
  std::optional<double> scale;
  std::optional<QSize> size;
  QString screenshot;  ///< empty = open the window
};

struct HelpText {
  QString text;
};

struct UsageProblem {
  QString text;
};

using Options = std::variant<WindowOptions, HelpText, UsageProblem>;

/// Reads the arguments behind the program's name.
Options parseOptions(const QStringList& arguments);

}  // namespace dialscope::gui
