#include "gui/views/name_finder.h"

#include <QAbstractProxyModel>
#include <QCompleter>
#include <QLineEdit>
#include <QStringListModel>
#include <array>

namespace dialscope::gui {
namespace {

// So many names are looked through before the key comes up again.
constexpr std::size_t kFoundAtOnce = 4'000;
constexpr int kMostShown = 12;
constexpr std::size_t kStride = 1024;

}  // namespace

std::vector<std::size_t> findNames(const Names& names, const QString& text, const std::stop_token& stop) {
  enum { Same, Beginning, Containing, kWays };
  std::array<std::vector<std::size_t>, kWays> found;
  for (std::size_t i = 0; i < names.count; ++i) {
    if (i % kStride == 0 && stop.stop_requested()) break;
    const QString name = names.at(i);
    const qsizetype place = name.indexOf(text, 0, Qt::CaseInsensitive);
    if (place < 0) continue;
    auto& way = found[place > 0 ? Containing : name.size() == text.size() ? Same : Beginning];
    if (way.size() < kMostFound) way.push_back(i);
  }
  std::vector<std::size_t> all;
  for (const auto& way : found) all.insert(all.end(), way.begin(), way.end());
  all.resize(std::min(all.size(), kMostFound));
  return all;
}

NameFinder::NameFinder(QLineEdit& field)
    : QObject(&field),
      field_(field),
      completer_(new QCompleter(this)),
      list_(new QStringListModel(this)) {
  completer_->setModel(list_);
  completer_->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
  completer_->setMaxVisibleItems(kMostShown);
  field_.setCompleter(completer_);
  connect(&field_, &QLineEdit::textEdited, this, &NameFinder::find);
  connect(completer_, qOverload<const QModelIndex&>(&QCompleter::activated), this,
          [this](const QModelIndex& index) {
            const auto* shown = qobject_cast<QAbstractProxyModel*>(completer_->completionModel());
            const int row = shown->mapToSource(index).row();
            if (row >= 0 && static_cast<std::size_t>(row) < found_.size())
              Q_EMIT chosen(found_[static_cast<std::size_t>(row)]);
          });
}

void NameFinder::setNames(Names names) {
  finding_.cancel();
  names_ = std::move(names);
  show({});
}

void NameFinder::find(const QString& typed) {
  const QString text = typed.trimmed();
  if (text.isEmpty() || names_.count == 0) {
    finding_.cancel();
    return show({});
  }
  if (names_.count <= kFoundAtOnce) return show(findNames(names_, text));
  finding_.start([names = names_, text](const std::stop_token& stop) { return findNames(names, text, stop); },
                 [this](const std::vector<std::size_t>& found) {
                   show(found);
                   if (field_.hasFocus() && !found.empty()) completer_->complete();
                 });
}

void NameFinder::show(const std::vector<std::size_t>& found) {
  found_ = found;
  QStringList list;
  for (const std::size_t index : found_) list.append(names_.shown ? names_.shown(index) : names_.at(index));
  list_->setStringList(list);
}

}  // namespace dialscope::gui
