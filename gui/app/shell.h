// What a perspective or a panel is given when the main window makes it, and the two tables that say what there is to make:
// perspectives, and the tabs under the replay. A new panel is a row.
#pragma once

#include "gui/app/actions.h"
#include "gui/app/options.h"

#include <QString>
#include <functional>
#include <span>

class QWidget;

namespace dialscope::gui {

class PlanEditor;
class ReplaySession;

struct Shell {
  ReplaySession& session;
  const Actions& actions;
  PlanEditor& editor;                               ///< whose steps Undo and Redo go back and forth in
  std::function<void(const QString& id)> openRule;  ///< "DA-33"
};

struct PerspectiveRow {
  Perspective perspective;
  ActionId action;  ///< that shows it
  bool showsCall;   ///< the actions of a call work in it
  QWidget* (*make)(const Shell& shell, QWidget* parent);
};

std::span<const PerspectiveRow> perspectives();

struct TabRow {
  const char* name;   ///< of the widget
  const char* title;  ///< for tr(), in the context "Tabs"
  QWidget* (*make)(const Shell& shell, QWidget* parent);
  /// Whether the tab has something to show; null = always. Asked again when a plan or an answer comes.
  bool (*wanted)(const ReplaySession& session);
};

std::span<const TabRow> replayTabs();

}  // namespace dialscope::gui
