#include "gui/app/shell.h"

#include "gui/app/replay_page.h"
#include "gui/app/welcome.h"
#include "gui/models/plan_editor.h"
#include "gui/models/replay_session.h"
#include "gui/views/author_view.h"
#include "gui/views/compare_view.h"
#include "gui/views/graph_view.h"
#include "gui/views/hop_ladder.h"
#include "gui/views/lesson_view.h"
#include "gui/views/problems_view.h"

#include <array>

namespace dialscope::gui {
namespace {

QWidget* makeLessons(const Shell& shell, QWidget* parent) {
  auto* view = new LessonView(shell.editor, dialplansFolder(), parent);
  QObject::connect(view, &LessonView::ruleWanted, view, shell.openRule);
  return view;
}

constexpr std::array kPerspectives{
    PerspectiveRow{
        Perspective::Replay, ActionId::ShowReplay, true,
        [](const Shell& shell, QWidget* parent) -> QWidget* { return new ReplayPage(shell, parent); }},
    PerspectiveRow{Perspective::Compare, ActionId::ShowCompare, true,
                   [](const Shell& shell, QWidget* parent) -> QWidget* {
                     return new CompareView(shell.session, parent);
                   }},
    PerspectiveRow{
        Perspective::Author, ActionId::ShowAuthor, false,
        [](const Shell& shell, QWidget* parent) -> QWidget* { return new AuthorView(shell.editor, parent); }},
    PerspectiveRow{Perspective::Teach, ActionId::ShowTeach, true, makeLessons},
};

constexpr std::array kTabs{
    TabRow{
        "hops", QT_TRANSLATE_NOOP("Tabs", "Hops"),
        [](const Shell& shell, QWidget* parent) -> QWidget* { return new HopLadder(shell.session, parent); },
        nullptr},
    TabRow{
        "graph", QT_TRANSLATE_NOOP("Tabs", "Graph"),
        [](const Shell& shell, QWidget* parent) -> QWidget* { return new GraphView(shell.session, parent); },
        nullptr},
    TabRow{"problems", QT_TRANSLATE_NOOP("Tabs", "Problems"),
           [](const Shell& shell, QWidget* parent) -> QWidget* {
             return new ProblemsView(shell.session, 0, parent);
           },
           [](const ReplaySession& session) { return !session.plan().problems.empty(); }},
};

}  // namespace

std::span<const PerspectiveRow> perspectives() { return kPerspectives; }

std::span<const TabRow> replayTabs() { return kTabs; }

}  // namespace dialscope::gui
