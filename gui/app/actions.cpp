#include "gui/app/actions.h"

#include "gui/views/icons.h"

#include <QCoreApplication>
#include <QWidget>
#include <array>

namespace dialscope::gui {
namespace {

constexpr const char* kContext = "Actions";

// In the order of ActionId.
constexpr std::array kTable{
    ActionRow{ActionId::Open, "open", QT_TRANSLATE_NOOP("Actions", "&Open plan…"), "Ctrl+O", "open",
              Menu::File, Scope::Everywhere, QT_TRANSLATE_NOOP("Actions", "Open one or more plan files")},
    ActionRow{ActionId::Reload, "reload", QT_TRANSLATE_NOOP("Actions", "&Reload"), "Ctrl+R", "reload",
              Menu::File, Scope::Everywhere,
              QT_TRANSLATE_NOOP("Actions", "Read the plan again and stay at the same step")},
    ActionRow{ActionId::Save, "save", QT_TRANSLATE_NOOP("Actions", "&Save"), "Ctrl+S", "save", Menu::File,
              Scope::Everywhere,
              QT_TRANSLATE_NOOP("Actions", "Save the plan where it was saved before, or ask where to")},
    ActionRow{ActionId::SaveAs, "save-as", QT_TRANSLATE_NOOP("Actions", "Save &as…"), "Ctrl+Shift+S", "",
              Menu::File, Scope::Everywhere,
              QT_TRANSLATE_NOOP("Actions", "Save the plan with its changes as a file of its own")},
    ActionRow{ActionId::Export, "export", QT_TRANSLATE_NOOP("Actions", "&Export…"), "Ctrl+E", "export",
              Menu::File, Scope::Everywhere,
              QT_TRANSLATE_NOOP("Actions", "Save what is shown as PNG, SVG, PDF or an HTML report")},
    ActionRow{ActionId::CopyExplanation, "copy-explanation",
              QT_TRANSLATE_NOOP("Actions", "&Copy explanation"), "Ctrl+Shift+C", "copy", Menu::Edit,
              Scope::Call, QT_TRANSLATE_NOOP("Actions", "Copy why the call went where it went, as Markdown")},
    ActionRow{ActionId::Quit, "quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), "Ctrl+Q", "quit", Menu::File,
              Scope::Everywhere, QT_TRANSLATE_NOOP("Actions", "Close the window")},
    ActionRow{ActionId::Undo, "undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), "Ctrl+Z", "undo", Menu::Edit,
              Scope::Everywhere, QT_TRANSLATE_NOOP("Actions", "Take the last change back")},
    ActionRow{ActionId::Redo, "redo", QT_TRANSLATE_NOOP("Actions", "Re&do"), "Ctrl+Shift+Z", "redo",
              Menu::Edit, Scope::Everywhere,
              QT_TRANSLATE_NOOP("Actions", "Make the change again that was taken back")},
    ActionRow{ActionId::DialField, "dial-field", QT_TRANSLATE_NOOP("Actions", "&Type a number"), "Ctrl+L", "",
              Menu::Edit, Scope::Call, QT_TRANSLATE_NOOP("Actions", "Put the cursor into the dial field")},
    ActionRow{ActionId::Filter, "filter", QT_TRANSLATE_NOOP("Actions", "&Filter patterns"), "Ctrl+F",
              "search", Menu::Edit, Scope::Everywhere,
              QT_TRANSLATE_NOOP("Actions", "Show only the patterns and partitions that contain a text")},
    ActionRow{ActionId::First, "step.first", QT_TRANSLATE_NOOP("Actions", "&First step"), "Home", "first",
              Menu::Replay, Scope::Call, QT_TRANSLATE_NOOP("Actions", "Go to off-hook")},
    ActionRow{ActionId::DecisionBack, "decision.back", QT_TRANSLATE_NOOP("Actions", "Pre&vious decision"),
              "Ctrl+Left", "decision-back", Menu::Replay, Scope::Call,
              QT_TRANSLATE_NOOP("Actions", "Go back to the last moment at which something was decided")},
    ActionRow{ActionId::StepBack, "step.back", QT_TRANSLATE_NOOP("Actions", "Step &back"), "Left", "back",
              Menu::Replay, Scope::Call, QT_TRANSLATE_NOOP("Actions", "Go one step back")},
    ActionRow{ActionId::Play, "play", QT_TRANSLATE_NOOP("Actions", "&Play"), "Space", "play", Menu::Replay,
              Scope::Call, QT_TRANSLATE_NOOP("Actions", "Play the call in simulated time, or pause it")},
    ActionRow{ActionId::StepForward, "step.forward", QT_TRANSLATE_NOOP("Actions", "&Step forward"), "Right",
              "forward", Menu::Replay, Scope::Call, QT_TRANSLATE_NOOP("Actions", "Go one step on")},
    ActionRow{ActionId::DecisionForward, "decision.forward", QT_TRANSLATE_NOOP("Actions", "&Next decision"),
              "Ctrl+Right", "decision-forward", Menu::Replay, Scope::Call,
              QT_TRANSLATE_NOOP("Actions", "Go on to the next moment at which something is decided")},
    ActionRow{ActionId::Last, "step.last", QT_TRANSLATE_NOOP("Actions", "&Last step"), "End", "last",
              Menu::Replay, Scope::Call, QT_TRANSLATE_NOOP("Actions", "Go to the end of the call")},
    ActionRow{ActionId::Slower, "slower", QT_TRANSLATE_NOOP("Actions", "Slo&wer"), "[", "slower",
              Menu::Replay, Scope::Call, QT_TRANSLATE_NOOP("Actions", "Play at half the speed")},
    ActionRow{ActionId::Faster, "faster", QT_TRANSLATE_NOOP("Actions", "F&aster"), "]", "faster",
              Menu::Replay, Scope::Call, QT_TRANSLATE_NOOP("Actions", "Play at twice the speed")},
    ActionRow{ActionId::Divergence, "divergence", QT_TRANSLATE_NOOP("Actions", "Go to the &divergence"), "D",
              "divergence", Menu::Replay, Scope::Call,
              QT_TRANSLATE_NOOP("Actions", "Go to the first step at which keyed and en bloc part")},
    ActionRow{ActionId::Mode, "mode", QT_TRANSLATE_NOOP("Actions", "S&witch mode"), "M", "both", Menu::Replay,
              Scope::Call,
              QT_TRANSLATE_NOOP("Actions", "Look at the other lane: digit by digit, en bloc or both")},
    ActionRow{ActionId::LetTimerRun, "let-timer-run", QT_TRANSLATE_NOOP("Actions", "Let the &timer run out"),
              "T", "timer", Menu::Phone, Scope::Call,
              QT_TRANSLATE_NOOP("Actions", "Press nothing more until the interdigit timer T302 has run out")},
    ActionRow{ActionId::Key0, "key.0", QT_TRANSLATE_NOOP("Actions", "Press 0"), "0", "", Menu::Phone,
              Scope::Call, QT_TRANSLATE_NOOP("Actions", "Press 0 on the phone")},
    ActionRow{ActionId::Key1, "key.1", QT_TRANSLATE_NOOP("Actions", "Press 1"), "1", "", Menu::Phone,
              Scope::Call, QT_TRANSLATE_NOOP("Actions", "Press 1 on the phone")},
    ActionRow{ActionId::Key2, "key.2", QT_TRANSLATE_NOOP("Actions", "Press 2"), "2", "", Menu::Phone,
              Scope::Call, QT_TRANSLATE_NOOP("Actions", "Press 2 on the phone")},
    ActionRow{ActionId::Key3, "key.3", QT_TRANSLATE_NOOP("Actions", "Press 3"), "3", "", Menu::Phone,
              Scope::Call, QT_TRANSLATE_NOOP("Actions", "Press 3 on the phone")},
    ActionRow{ActionId::Key4, "key.4", QT_TRANSLATE_NOOP("Actions", "Press 4"), "4", "", Menu::Phone,
              Scope::Call, QT_TRANSLATE_NOOP("Actions", "Press 4 on the phone")},
    ActionRow{ActionId::Key5, "key.5", QT_TRANSLATE_NOOP("Actions", "Press 5"), "5", "", Menu::Phone,
              Scope::Call, QT_TRANSLATE_NOOP("Actions", "Press 5 on the phone")},
    ActionRow{ActionId::Key6, "key.6", QT_TRANSLATE_NOOP("Actions", "Press 6"), "6", "", Menu::Phone,
              Scope::Call, QT_TRANSLATE_NOOP("Actions", "Press 6 on the phone")},
    ActionRow{ActionId::Key7, "key.7", QT_TRANSLATE_NOOP("Actions", "Press 7"), "7", "", Menu::Phone,
              Scope::Call, QT_TRANSLATE_NOOP("Actions", "Press 7 on the phone")},
    ActionRow{ActionId::Key8, "key.8", QT_TRANSLATE_NOOP("Actions", "Press 8"), "8", "", Menu::Phone,
              Scope::Call, QT_TRANSLATE_NOOP("Actions", "Press 8 on the phone")},
    ActionRow{ActionId::Key9, "key.9", QT_TRANSLATE_NOOP("Actions", "Press 9"), "9", "", Menu::Phone,
              Scope::Call, QT_TRANSLATE_NOOP("Actions", "Press 9 on the phone")},
    ActionRow{ActionId::KeyStar, "key.star", QT_TRANSLATE_NOOP("Actions", "Press *"), "*", "", Menu::Phone,
              Scope::Call, QT_TRANSLATE_NOOP("Actions", "Press * on the phone")},
    ActionRow{ActionId::KeyPound, "key.pound", QT_TRANSLATE_NOOP("Actions", "Press #"), "#", "", Menu::Phone,
              Scope::Call, QT_TRANSLATE_NOOP("Actions", "Press # on the phone")},
    ActionRow{ActionId::KeyPlus, "key.plus", QT_TRANSLATE_NOOP("Actions", "Press +"), "+", "", Menu::Phone,
              Scope::Call, QT_TRANSLATE_NOOP("Actions", "Press + on the phone")},
    ActionRow{ActionId::Backspace, "key.backspace", QT_TRANSLATE_NOOP("Actions", "&Take the last key back"),
              "Backspace", "backspace", Menu::Phone, Scope::Call,
              QT_TRANSLATE_NOOP("Actions", "Dial as if the last key had not been pressed")},
    ActionRow{ActionId::ShowReplay, "perspective.replay", QT_TRANSLATE_NOOP("Actions", "&Replay"), "Ctrl+1",
              "replay", Menu::View, Scope::Everywhere,
              QT_TRANSLATE_NOOP("Actions", "One call, key by key: who was in the race and who won")},
    ActionRow{ActionId::ShowCompare, "perspective.compare", QT_TRANSLATE_NOOP("Actions", "&Compare"),
              "Ctrl+2", "compare", Menu::View, Scope::Everywhere,
              QT_TRANSLATE_NOOP("Actions", "Two plans or two ways to dial, side by side")},
    ActionRow{ActionId::ShowAuthor, "perspective.author", QT_TRANSLATE_NOOP("Actions", "&Author"), "Ctrl+3",
              "author", Menu::View, Scope::Everywhere,
              QT_TRANSLATE_NOOP("Actions", "Look into the plan and change it")},
    ActionRow{ActionId::ShowTeach, "perspective.teach", QT_TRANSLATE_NOOP("Actions", "&Teach"), "Ctrl+4",
              "lesson", Menu::View, Scope::Everywhere,
              QT_TRANSLATE_NOOP("Actions", "Lessons: guess first, then see")},
    ActionRow{ActionId::LargerType, "type.larger", QT_TRANSLATE_NOOP("Actions", "&Larger type"), "Ctrl+=", "",
              Menu::View, Scope::Everywhere,
              QT_TRANSLATE_NOOP("Actions", "Make all type larger, up to 200 %")},
    ActionRow{ActionId::SmallerType, "type.smaller", QT_TRANSLATE_NOOP("Actions", "S&maller type"), "Ctrl+-",
              "", Menu::View, Scope::Everywhere, QT_TRANSLATE_NOOP("Actions", "Make all type smaller")},
    ActionRow{ActionId::NormalType, "type.normal", QT_TRANSLATE_NOOP("Actions", "&Normal type"), "Ctrl+0", "",
              Menu::View, Scope::Everywhere, QT_TRANSLATE_NOOP("Actions", "Back to the type of the desktop")},
    ActionRow{ActionId::SwitchTheme, "theme", QT_TRANSLATE_NOOP("Actions", "&Dark theme"), "Ctrl+Shift+D",
              "theme", Menu::View, Scope::Everywhere,
              QT_TRANSLATE_NOOP("Actions", "Light on dark, or dark on light")},
    ActionRow{ActionId::Shortcuts, "shortcuts", QT_TRANSLATE_NOOP("Actions", "&Shortcuts"), "F1 ?",
              "keyboard", Menu::Help, Scope::Everywhere,
              QT_TRANSLATE_NOOP("Actions", "All keys that the window knows")},
    ActionRow{ActionId::Rules, "rules", QT_TRANSLATE_NOOP("Actions", "&Rules of digit analysis"),
              "Ctrl+Shift+R", "rule", Menu::Help, Scope::Everywhere,
              QT_TRANSLATE_NOOP("Actions", "The rules that explanations quote, with their evidence")},
    ActionRow{ActionId::About, "about", QT_TRANSLATE_NOOP("Actions", "&About Dialscope"), "", "", Menu::Help,
              Scope::Everywhere, QT_TRANSLATE_NOOP("Actions", "Version and licence")},
};

constexpr bool inOrder() {
  for (std::size_t i = 0; i < kTable.size(); ++i) {
    if (static_cast<std::size_t>(kTable[i].id) != i) return false;
  }
  return true;
}
static_assert(inOrder());

QString translated(const char* text) { return QCoreApplication::translate(kContext, text); }

constexpr std::array kMenus{Menu::File, Menu::Edit, Menu::Replay, Menu::Phone, Menu::View, Menu::Help};

}  // namespace

std::span<const ActionRow> actionTable() { return kTable; }

std::span<const Menu> allMenus() { return kMenus; }

QList<QKeySequence> shortcutsOf(const ActionRow& row) {
  QList<QKeySequence> sequences;
  for (const QString& keys : QString::fromUtf8(row.shortcuts).split(u' ', Qt::SkipEmptyParts)) {
    sequences.append(QKeySequence(keys, QKeySequence::PortableText));
  }
  return sequences;
}

char phoneKeyOf(ActionId id) {
  switch (id) {
  case ActionId::KeyStar: return '*';
  case ActionId::KeyPound: return '#';
  case ActionId::KeyPlus: return '+';
  default:
    if (id < ActionId::Key0 || id > ActionId::Key9) return 0;
    return static_cast<char>('0' + static_cast<int>(id) - static_cast<int>(ActionId::Key0));
  }
}

QString titleOf(Menu menu) {
  switch (menu) {
  case Menu::File: return translated(QT_TRANSLATE_NOOP("Actions", "&File"));
  case Menu::Edit: return translated(QT_TRANSLATE_NOOP("Actions", "&Edit"));
  case Menu::Replay: return translated(QT_TRANSLATE_NOOP("Actions", "&Call"));
  case Menu::Phone: return translated(QT_TRANSLATE_NOOP("Actions", "&Phone"));
  case Menu::View: return translated(QT_TRANSLATE_NOOP("Actions", "&View"));
  case Menu::Help: return translated(QT_TRANSLATE_NOOP("Actions", "&Help"));
  }
  return {};
}

QString plainText(const ActionRow& row) {
  QString text = translated(row.text);
  text.remove(u'&');
  if (text.endsWith(u'…')) text.chop(1);
  return text;
}

QString description(const ActionRow& row) { return translated(row.description); }

QString keysMarkdown() {
  QString page = QStringLiteral(
      "# Keys of the window\n\n"
      "The window lists them too: F1. Keys without Ctrl rest while a text field has the focus, so that "
      "digits can be "
      "typed there.\nA, B, C and D of the phone are clicked.\n");
  for (const Menu menu : kMenus) {
    page += QStringLiteral("\n## %1\n\n| keys | what they do |\n|---|---|\n").arg(titleOf(menu).remove(u'&'));
    for (const ActionRow& row : kTable) {
      if (row.menu != menu || *row.shortcuts == 0) continue;
      QStringList keys;
      for (const QKeySequence& sequence : shortcutsOf(row)) {
        keys.append(QStringLiteral("`%1`").arg(sequence.toString(QKeySequence::PortableText)));
      }
      page += QStringLiteral("| %1 | %2: %3 |\n")
                  .arg(keys.join(QStringLiteral(", ")), plainText(row), description(row));
    }
  }
  return page;
}

Actions::Actions(QWidget& window) : QObject(&window) {
  for (const ActionRow& row : kTable) {
    auto* action = new QAction(translated(row.text), &window);
    action->setObjectName(QString::fromUtf8(row.name));
    if (*row.icon != 0) action->setIcon(lineIcon(QString::fromUtf8(row.icon)));
    const QList<QKeySequence> sequences = shortcutsOf(row);
    action->setShortcuts(sequences);
    action->setShortcutContext(Qt::WindowShortcut);
    action->setStatusTip(description(row));
    action->setToolTip(sequences.empty()
                           ? description(row)
                           : QStringLiteral("%1 (%2)").arg(
                                 description(row), sequences.front().toString(QKeySequence::NativeText)));
    window.addAction(action);
    actions_.push_back(action);
  }
}

void Actions::setCallActionsEnabled(bool enabled) {
  for (const ActionRow& row : kTable) {
    if (row.scope == Scope::Call) (*this)[row.id]->setEnabled(enabled);
  }
}

}  // namespace dialscope::gui
