#include "gui/models/origin_list.h"

#include "gui/models/text.h"

#include <utility>

namespace dialscope::gui {
namespace {

// Between a line and the number on it.
const QString kBeforeNumber = QStringLiteral(" · ");

}  // namespace

QString originIn(const QString& row) { return row.section(kBeforeNumber, 0, 0).trimmed(); }

void OriginList::show(SharedWorkspace workspace) {
  beginResetModel();
  workspace_ = std::move(workspace);
  Lines lines;
  if (workspace_) {
    const auto& devices = workspace_->plan().devices;
    for (std::uint32_t device = 0; device < devices.size(); ++device) {
      for (std::uint32_t line = 0; line < devices[device].lines.size(); ++line)
        lines.push_back({device, line});
    }
  }
  lines_ = std::make_shared<const Lines>(std::move(lines));
  endResetModel();
}

int OriginList::rowCount(const QModelIndex& parent) const {
  if (parent.isValid() || !workspace_) return 0;
  return static_cast<int>(workspace_->plan().searchSpaces.size() + lines_->size());
}

QString OriginList::textOf(const plan::Plan& plan, const Lines& lines, std::size_t row) {
  if (row < plan.searchSpaces.size()) return text(plan.searchSpaces[row].name);
  const Line& place = lines[row - plan.searchSpaces.size()];
  const plan::Device& device = plan.devices[place.device];
  const plan::LineAppearance& line = device.lines[place.appearance];
  return QStringLiteral("%1/%2%3%4")
      .arg(text(device.name))
      .arg(static_cast<qulonglong>(line.index))
      .arg(kBeforeNumber, text(at(plan.entries, line.line).pattern.text));
}

std::function<QString(std::size_t)> OriginList::texts() const {
  return [workspace = workspace_, lines = lines_](std::size_t row) {
    return textOf(workspace->plan(), *lines, row);
  };
}

QVariant OriginList::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const auto row = static_cast<std::size_t>(index.row());
  if (role == Qt::DisplayRole || role == Qt::EditRole) return textOf(workspace_->plan(), *lines_, row);
  if (role == Qt::ToolTipRole)
    return row < workspace_->plan().searchSpaces.size() ? tr("calling search space") : tr("line of a phone");
  return {};
}

}  // namespace dialscope::gui
