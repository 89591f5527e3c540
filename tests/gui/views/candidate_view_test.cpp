// What stands where no table is, and who gets the width: a race is looked at for what became of its patterns.
#include "gui/views/candidate_view.h"

#include "gui/models/replay_session.h"
#include "gui/views/phone_display.h"
#include "tests/gui/waiting.h"

#include <gtest/gtest.h>

#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QTest>

namespace dialscope::gui {
namespace {

class CandidatePanel : public ::testing::Test {
 protected:
  void dial(const char* plan, const char* css, const char* digits) {
    session_.setLanes({{0, routing::DialMode::DigitByDigit}, {0, routing::DialMode::Bloc}});
    session_.setRequest({.searchSpaces = {css}, .digits = digits}, Look::AtEnd);
    session_.open(0, {QStringLiteral("dialplans/%1").arg(QLatin1String(plan))});
    ASSERT_TRUE(test::becomesIdle(session_));
    session_.last();
    view_.resize(900, 600);
    view_.show();
    test::settle(view_);
  }

  QTableView* table() { return view_.findChild<QTableView*>(QStringLiteral("candidates-table-1")); }
  int reasonColumn() {
    const auto* model = table()->model();
    for (int column = 0; column < model->columnCount(); ++column) {
      if (model->headerData(column, Qt::Horizontal).toString() == QLatin1String("How it fared"))
        return column;
    }
    ADD_FAILURE() << "no such column";
    return 0;
  }

  QLabel* label(const char* name) { return view_.findChild<QLabel*>(QString::fromLatin1(name)); }

  ReplaySession session_;
  CandidateView view_{session_};
};

TEST_F(CandidatePanel, ANumberThatCannotBeDialedIsRefusedOnce) {
  dial("seven-hundred.xml", "Phones", "70x");
  EXPECT_TRUE(label("candidates-nothing-1")->isVisible());
  EXPECT_FALSE(label("candidates-nothing-2")->isVisible());
  EXPECT_EQ(toneWords(session_), "Cannot be dialed");
}

TEST_F(CandidatePanel, WhereNoPatternBeginsLikeTheNumberItIsSaid) {
  dial("seven-hundred.xml", "Phones", "1");
  EXPECT_EQ(label("candidates-nothing-1")->text(), "No pattern of Phones begins with 1");
}

TEST_F(CandidatePanel, APlanThatCannotBeReadPointsToItsProblems) {
  session_.open(0, {QStringLiteral("dialplans/broken/not-xml.xml")});
  ASSERT_TRUE(test::becomesIdle(session_));
  EXPECT_TRUE(label("candidates-nothing-1")->text().contains("Problems"));
}

// Twelve keys leave too little: partition and pattern make room.
TEST_F(CandidatePanel, HowAPatternFaredIsSeenWithoutScrolling) {
  dial("e164.xml", "Seattle-International", "+12125551234");
  const auto* header = table()->horizontalHeader();
  const int reason = reasonColumn();
  const int right = header->sectionViewportPosition(reason) + header->sectionSize(reason);
  EXPECT_LE(right, table()->viewport()->width());
}

// While the caller waits, what matches is not selected yet.
TEST_F(CandidatePanel, NothingIsSelectedBeforeTheCallIsSettled) {
  const auto fared = [&](int row) { return table()->model()->index(row, reasonColumn()).data().toString(); };
  dial("two-tier.xml", "Second-Tier", "5");
  const QString settled = fared(0);
  EXPECT_TRUE(settled.startsWith(QLatin1String("selected: "))) << settled.toStdString();
  session_.setStep(1);
  EXPECT_EQ(session_.view().state, routing::State::Waiting);
  EXPECT_EQ(fared(0), "best so far: taken if no key follows");
  dial("plar.xml", "Lobby", "");
  session_.first();
  EXPECT_EQ(fared(0), "best so far: taken at once");
}

TEST_F(CandidatePanel, WhoCannotDialIsNotBlamedOnTheDigits) {
  PhoneDisplay display(session_);
  dial("seven-hundred.xml", "Nobody", "7");
  EXPECT_FALSE(session_.answer().refusesDigits());
  EXPECT_EQ(toneWords(session_), "Nobody dials");
  EXPECT_TRUE(display.accessibleDescription().contains("Nobody\""))
      << qPrintable(display.accessibleDescription());
  EXPECT_FALSE(display.accessibleDescription().contains("never heard"));
  dial("seven-hundred.xml", "Phones", "70x");
  EXPECT_TRUE(session_.answer().refusesDigits());
}

}  // namespace
}  // namespace dialscope::gui
