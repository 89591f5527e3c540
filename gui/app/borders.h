// The borders between panels. Those that the user has moved stay where they were put, from one day to the next; the others
// follow the window.
//
//   followBorders(window);                 // once all panels are there
//   saveBorders(window, settings);         // "borders/replay-across"
//   restoreBorders(window, settings);
//
// A splitter is known by its name; one without a name is nobody's to keep.
#pragma once

class QSettings;
class QSplitter;
class QWidget;

namespace dialscope::gui {

/// Notes from now on which borders below `window` are moved by hand.
void followBorders(QWidget& window);

/// The user has moved a border of it, now or an earlier day.
bool isMoved(const QSplitter& splitter);

void saveBorders(const QWidget& window, QSettings& settings);
void restoreBorders(QWidget& window, const QSettings& settings);

}  // namespace dialscope::gui
