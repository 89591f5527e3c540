// A picture of the window for documentation, taken without anybody looking: `--screenshot`.
#pragma once

#include "gui/app/options.h"

namespace dialscope::gui {

class MainWindow;
class ReplaySession;

/// Waits until all that was asked has been answered, looks at the step that was asked for, and saves the picture. The exit
/// status: 0, 2 when the plan has no such caller, 3 when no plan could be read or the picture not be saved; `problem`
/// says which.
int takeScreenshot(MainWindow& window, ReplaySession& session, const WindowOptions& options,
                   QString& problem);

}  // namespace dialscope::gui
