// Type of 200 % in a small window: what is read and pressed is there whole. By relations, not pixels: a label is as high as
// its words ask for at its width, a button as wide as its own.
#include "gui/app/look.h"
#include "gui/app/main_window.h"
#include "gui/models/replay_session.h"
#include "gui/views/lesson_view.h"
#include "gui/views/theme.h"
#include "tests/gui/waiting.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QTest>
#include <map>
#include <string>

namespace dialscope::gui {
namespace {

const QSize kSmall(1280, 800);

/// What of `window` is seen and cut, with how much it lacks; empty = nothing.
std::string cutIn(const QWidget& window) {
  std::string cut;
  const auto note = [&](const QWidget& widget, const QString& words, const QSize& needed) {
    cut += widget.objectName().toStdString() + " \"" + words.left(50).toStdString() + "\" needs " +
           std::to_string(needed.width()) + 'x' + std::to_string(needed.height()) + ", has " +
           std::to_string(widget.width()) + 'x' + std::to_string(widget.height()) + '\n';
  };
  for (const QLabel* label : window.findChildren<QLabel*>()) {
    if (!label->isVisible() || label->text().isEmpty()) continue;
    const QSize needed =
        label->wordWrap() ? QSize(0, label->heightForWidth(label->width())) : label->sizeHint();
    if (needed.width() > label->width() + 1 || needed.height() > label->height() + 1)
      note(*label, label->text(), needed);
  }
  for (const auto* button : window.findChildren<QAbstractButton*>()) {
    // The sign that empties a field is Qt's own, and as large as the field lets it be.
    const bool inField = qobject_cast<const QWidget*>(button->parent())->inherits("QLineEdit");
    if (!button->isVisible() || inField || button->height() == 0) continue;
    const QSize needed = button->sizeHint();
    if (needed.width() > button->width() + 1 || needed.height() > button->height() + 1)
      note(*button, button->text() + button->accessibleName(), needed);
  }
  return cut;
}

class LargeType : public ::testing::TestWithParam<Perspective> {
 protected:
  static void SetUpTestSuite() { rememberDesktop(); }
  void SetUp() override { setTypeScale(2); }
  void TearDown() override { setTypeScale(1); }
};

TEST_P(LargeType, CutsNothingThatIsReadOrPressed) {
  ReplaySession session;
  MainWindow window(session, nullptr);
  window.resize(kSmall);
  window.QWidget::show();
  session.setRequest({.searchSpaces = {"Phones"}, .digits = "70012"}, Look::AtEnd);
  window.open({QStringLiteral("dialplans/seven-hundred.xml")});
  ASSERT_TRUE(test::becomesIdle(session));
  window.show(GetParam());
  if (GetParam() == Perspective::Teach)
    window.findChild<LessonView*>()->openLesson(QStringLiteral("seven-hundred"));
  test::settle(window);
  EXPECT_EQ(cutIn(window), "");
  EXPECT_EQ(window.size(), kSmall) << "the window does not fit a small screen";
}

INSTANTIATE_TEST_SUITE_P(Perspectives, LargeType,
                         ::testing::Values(Perspective::Replay, Perspective::Compare, Perspective::Author,
                                           Perspective::Teach),
                         [](const auto& test) { return nameOf(test.param).toStdString(); });

TEST(LargerType, MakesEveryButtonLarger) {
  rememberDesktop();
  ReplaySession session;
  MainWindow window(session, nullptr);
  window.QWidget::show();
  test::settle(window);
  std::map<const QAbstractButton*, int> heights;
  for (const auto* button : window.findChildren<QAbstractButton*>()) {
    if (button->isVisible() && !button->parent()->inherits("QLineEdit"))
      heights[button] = button->sizeHint().height();
  }
  EXPECT_GT(heights.size(), 5U);
  setTypeScale(1.5);
  test::settle(window);
  for (const auto& [button, height] : heights)
    EXPECT_GT(button->sizeHint().height(), height) << button->objectName().toStdString();
  setTypeScale(1);
}

// What has a font of its own as well, in every page, seen or not; and back again.
TEST(LargerType, ReachesEveryText) {
  rememberDesktop();
  ReplaySession session;
  MainWindow window(session, nullptr);
  window.QWidget::show();
  window.open({QStringLiteral("dialplans/seven-hundred.xml")});
  ASSERT_TRUE(test::becomesIdle(session));
  const auto sizes = [&] {
    std::map<const QWidget*, double> found;
    for (const auto* widget : window.findChildren<QWidget*>()) {
      // Nothing is drawn in the font of what a scroll area puts between itself and its contents.
      if (!widget->objectName().startsWith(QStringLiteral("qt_scrollarea_")))
        found[widget] = widget->font().pointSizeF();
    }
    return found;
  };
  const auto before = sizes();
  const auto* phone = window.findChild<QWidget*>(QStringLiteral("phone-scroll"));
  test::settle(window);
  const int phoneBefore = phone->width();
  setTypeScale(2);
  test::settle(window);
  for (const auto& [widget, size] : sizes()) {
    const auto was = before.find(widget);
    if (was == before.end()) continue;
    EXPECT_NEAR(size, 2 * was->second, 0.1)
        << widget->metaObject()->className() << ' ' << widget->objectName().toStdString();
  }
  setTypeScale(1);
  test::settle(window);
  EXPECT_EQ(phone->width(), phoneBefore);
  for (const auto& [widget, size] : sizes()) {
    const auto was = before.find(widget);
    if (was == before.end()) continue;
    EXPECT_NEAR(size, was->second, 0.1) << widget->objectName().toStdString();
  }
}

// Text is read on what the theme puts behind it, whatever was chosen before.
TEST(OtherColours, ReachEveryText) {
  rememberDesktop();
  setColourScheme(ColourScheme::Light);
  ReplaySession session;
  MainWindow window(session, nullptr);
  window.QWidget::show();
  session.setRequest({.searchSpaces = {"Phones"}, .digits = "70012"}, Look::AtEnd);
  window.open({QStringLiteral("dialplans/seven-hundred.xml")});
  ASSERT_TRUE(test::becomesIdle(session));
  for (const ColourScheme scheme : {ColourScheme::Dark, ColourScheme::Light}) {
    setColourScheme(scheme);
    test::settle(window);
    const QColor ground = QApplication::palette().color(QPalette::Window);
    std::size_t texts = 0;
    for (const auto* widget : window.findChildren<QWidget*>()) {
      const bool label = widget->inherits("QLabel");
      if (!label && !widget->inherits("QLineEdit")) continue;
      ++texts;
      const auto role = label ? QPalette::WindowText : QPalette::Text;
      EXPECT_GE(contrast(widget->palette().color(QPalette::Active, role), ground), 4.5)
          << widget->metaObject()->className() << ' ' << widget->objectName().toStdString();
    }
    EXPECT_GT(texts, 20U);
    const Theme& other = theme(scheme == ColourScheme::Dark ? ColourScheme::Light : ColourScheme::Dark);
    for (const auto* label : window.findChildren<QLabel*>()) {
      for (const QColor& colour : {other.good, other.bad, other.warn})
        EXPECT_FALSE(label->text().contains(colour.name())) << label->text().toStdString();
    }
  }
}

}  // namespace
}  // namespace dialscope::gui
