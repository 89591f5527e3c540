// What is shown, as a file: a picture (PNG, SVG), pages (PDF) or a report that needs nothing but a browser (HTML). The
// suffix decides. The report and the pages hold the whole explanation beside the picture.
#pragma once

#include <QString>
#include <QWidget>
#include <optional>

namespace dialscope::gui {

class ReplaySession;

/// For a file dialog: "Picture (*.png);;…".
QString exportFilters();

/// Writes `shown` and the session's explanation to `path`. The result: what went wrong, in words; nothing when all is
/// well.
std::optional<QString> exportTo(const QString& path, QWidget& shown, const ReplaySession& session);

}  // namespace dialscope::gui
