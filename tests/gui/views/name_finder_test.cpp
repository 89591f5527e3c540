// What is found, in which order, and that many names are looked through without keeping the keyboard waiting.
#include "gui/views/name_finder.h"

#include "tests/gui/waiting.h"

#include <gtest/gtest.h>

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <atomic>
#include <latch>
#include <memory>

namespace dialscope::gui {
namespace {

Names namesOf(const QStringList& list) {
  return {static_cast<std::size_t>(list.size()),
          [list](std::size_t i) { return list[static_cast<qsizetype>(i)]; }};
}

TEST(FindNames, TheSameThenTheBeginningThenTheRest) {
  const Names names = namesOf({"x911", "9112", "911", "9", "a911X", "9113"});
  EXPECT_EQ(findNames(names, "911"), (std::vector<std::size_t>{2, 1, 5, 0, 4}));
  EXPECT_EQ(findNames(namesOf({"Phones", "PHONES"}), "phon"), (std::vector<std::size_t>{0, 1}));
  EXPECT_TRUE(findNames(names, "7").empty());
}

TEST(FindNames, AFewAreEnough) {
  const Names many{100'000, [](std::size_t i) { return QString::number(i); }};
  const auto found = findNames(many, "9");
  EXPECT_EQ(found.size(), kMostFound);
  EXPECT_EQ(found.front(), 9U);
  // An exact match far behind comes first all the same.
  EXPECT_EQ(findNames(many, "99999").front(), 99'999U);
}

TEST(NameFinderTest, PicksWithTheKeyboard) {
  QLineEdit field;
  NameFinder finder(field);
  finder.setNames(namesOf({"Alpha", "Beta", "Gamma"}));
  QSignalSpy chosen(&finder, &NameFinder::chosen);
  field.show();
  field.activateWindow();
  ASSERT_TRUE(QTest::qWaitForWindowActive(&field));
  QTest::keyClicks(&field, "eta");
  auto* popup = field.completer()->popup();
  ASSERT_TRUE(popup->isVisible());
  QTest::keyClick(popup, Qt::Key_Down);
  QTest::keyClick(popup, Qt::Key_Return);
  ASSERT_EQ(chosen.count(), 1);
  EXPECT_EQ(chosen[0][0].value<std::size_t>(), 1U);
  EXPECT_EQ(field.text(), "Beta");
}

// Work is counted, not time: no name is asked for while the key is pressed, and a stale search ends early.
TEST(NameFinderTest, ManyNamesAreLookedThroughInTheBackground) {
  QLineEdit field;
  NameFinder finder(field);
  const auto asked = std::make_shared<std::atomic<std::size_t>>(0);
  const Qt::HANDLE here = QThread::currentThreadId();
  const auto askedHere = std::make_shared<std::atomic<std::size_t>>(0);
  // Searches get on only once all keys are pressed: as slow as they may ever be.
  const auto keyed = std::make_shared<std::latch>(1);
  finder.setNames({200'000, [asked, askedHere, here, keyed](std::size_t i) {
                     ++*asked;
                     if (QThread::currentThreadId() == here)
                       ++*askedHere;
                     else
                       keyed->wait();
                     return QString::number(i);
                   }});
  QTest::keyClicks(&field, "12345");
  EXPECT_TRUE(finder.busy());
  keyed->count_down();
  ASSERT_TRUE(test::eventually([&] { return !finder.busy(); }));
  QTest::qWait(50);
  EXPECT_LT(*asked, 200'000U * 3) << "searches that were stale have been carried to their end";
  EXPECT_LE(*askedHere, kMostFound) << "only what is listed";
  EXPECT_EQ(field.completer()->model()->index(0, 0).data().toString(), "12345");
}

}  // namespace
}  // namespace dialscope::gui
