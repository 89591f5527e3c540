// A field that finds names: what contains the typed text is listed below it, however many names there are.
//
//   auto* finder = new NameFinder(*field);
//   finder->setNames({plan.devices.size(), [workspace](std::size_t i) { return nameOf(*workspace, i); }});
//   connect(finder, &NameFinder::chosen, this, [](std::size_t index) { … });
//
// The name that is the text comes first, then those that begin with it, then the others; of each kind the first few. Many
// names are looked through in the background, and a search that is stale is dropped. Qt's own QCompleter looks through all
// of them, more than once, while the key is being pressed.
#pragma once

#include "gui/models/background.h"

#include <QObject>
#include <QString>
#include <cstddef>
#include <functional>
#include <vector>

class QCompleter;
class QLineEdit;
class QStringListModel;

namespace dialscope::gui {

/// Names by their place. `at` is called on another thread, and holds what it needs.
struct Names {
  std::size_t count = 0;
  std::function<QString(std::size_t)> at = {};
  std::function<QString(std::size_t)> shown = {};  ///< what the list says; none = the name
};

/// The places of the names that contain `text`, letter case apart, best first; at most kMostFound.
std::vector<std::size_t> findNames(const Names& names, const QString& text, const std::stop_token& stop = {});

inline constexpr std::size_t kMostFound = 40;

class NameFinder : public QObject {
  Q_OBJECT
 public:
  explicit NameFinder(QLineEdit& field);

  void setNames(Names names);
  bool busy() const { return finding_.running(); }

 Q_SIGNALS:
  /// One of the list was picked.
  void chosen(std::size_t index);

 private:
  void find(const QString& text);
  void show(const std::vector<std::size_t>& found);

  QLineEdit& field_;
  QCompleter* completer_;
  QStringListModel* list_;
  Names names_;
  std::vector<std::size_t> found_;
  Background finding_;
};

}  // namespace dialscope::gui
