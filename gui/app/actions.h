// Everything the window can be told to do, in one table: menus, toolbar, the sheet of shortcuts and docs/window-keys.md
// are printed from it, and a test finds two rows with one shortcut.
//
//   Actions actions(window);
//   connect(actions[ActionId::StepForward], &QAction::triggered, …);
//
// What an action does is not known here; the main window connects it.
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>
#include <cstdint>
#include <span>
#include <vector>

namespace dialscope::gui {

enum class ActionId : std::uint8_t {
  Open,
  Reload,
  Save,
  SaveAs,
  Export,
  CopyExplanation,
  Quit,
  Undo,
  Redo,
  DialField,
  Filter,
  First,
  DecisionBack,
  StepBack,
  Play,
  StepForward,
  DecisionForward,
  Last,
  Slower,
  Faster,
  Divergence,
  Mode,
  LetTimerRun,
  Key0,
  Key1,
  Key2,
  Key3,
  Key4,
  Key5,
  Key6,
  Key7,
  Key8,
  Key9,
  KeyStar,
  KeyPound,
  KeyPlus,
  Backspace,
  ShowReplay,
  ShowCompare,
  ShowAuthor,
  ShowTeach,
  LargerType,
  SmallerType,
  NormalType,
  SwitchTheme,
  Shortcuts,
  Rules,
  About,
};

enum class Menu : std::uint8_t { File, Edit, Replay, Phone, View, Help };

/// Where an action works. Those of a call rest in perspectives that show none.
enum class Scope : std::uint8_t { Everywhere, Call };

struct ActionRow {
  ActionId id;
  const char* name;       ///< of the QAction object, for tests and automation: "step.forward"
  const char* text;       ///< in menus, with its mnemonic; for tr()
  const char* shortcuts;  ///< portable, parted by blanks: "F1 ?"; empty = none
  const char* icon;       ///< in gui/icons; empty = none
  Menu menu;
  Scope scope;
  const char* description;  ///< one line for tool tip, sheet and docs; for tr()
};

std::span<const ActionRow> actionTable();

/// The menus from left to right.
std::span<const Menu> allMenus();

/// The row's shortcuts; empty = none.
QList<QKeySequence> shortcutsOf(const ActionRow& row);

/// The key that a row of the phone presses; 0 for all other rows.
char phoneKeyOf(ActionId id);

/// A menu's title, translated, with its mnemonic.
QString titleOf(Menu menu);

/// The table as docs/window-keys.md.
QString keysMarkdown();

/// The table's actions as objects, added to a window so that their shortcuts work in all of it.
class Actions : public QObject {
 public:
  explicit Actions(QWidget& window);

  QAction* operator[](ActionId id) const { return actions_[static_cast<std::size_t>(id)]; }

  /// Lets the actions of a call work or rest.
  void setCallActionsEnabled(bool enabled);

 private:
  std::vector<QAction*> actions_;
};

/// The row's text without its mnemonic, translated.
QString plainText(const ActionRow& row);

/// The row's description, translated.
QString description(const ActionRow& row);

}  // namespace dialscope::gui
