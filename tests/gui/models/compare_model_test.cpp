// Strings through two lanes: what differs is what differs between two answers of `dialscope dial`.
#include "gui/models/compare_model.h"

#include "gui/models/text.h"
#include "tests/gui/waiting.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>

namespace dialscope::gui {
namespace {

using routing::DialMode;

class Compared : public ::testing::Test {
 protected:
  void open(std::size_t slot, const char* path) {
    session_.open(slot, {QString::fromLatin1(path)});
    ASSERT_TRUE(test::becomesIdle(session_));
  }

  void settle() {
    ASSERT_TRUE(test::becomesIdle(session_));
    ASSERT_TRUE(test::eventually([&] { return !model_.running(); }));
  }

  QString differs(int row) { return model_.index(row, CompareModel::Differs).data().toString(); }

  ReplaySession session_;
  CompareModel model_{session_};
  QAbstractItemModelTester tester_{&model_, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(Compared, TwoModes) {
  open(0, "dialplans/seven-hundred.xml");
  session_.setRequest({.searchSpaces = {"Phones"}});
  session_.setLanes({{0, DialMode::DigitByDigit}, {0, DialMode::Bloc}});
  model_.setStrings({"70012", "7112", "8"});
  settle();
  EXPECT_EQ(differs(0), "≠ pattern, number, target, unused keys");
  EXPECT_EQ(differs(1), "=");
  EXPECT_EQ(differs(2), "=");
  EXPECT_EQ(model_.differing(), 1);
  EXPECT_EQ(model_.index(0, CompareModel::First).data(), "Routed to PBX as 7001 after 1.5 s");
  EXPECT_EQ(model_.index(0, CompareModel::Second).data(), "Routed to Voicemail as 70012 at once");
}

TEST_F(Compared, EachRowIsTheAnswerOfTheSession) {
  open(0, "dialplans/two-tier.xml");
  session_.setRequest({.searchSpaces = {"Phones"}});
  session_.setLanes({{0, DialMode::DigitByDigit}, {0, DialMode::BlocWait}});
  const QStringList strings{"911", "9", "91", "9111"};
  model_.setStrings(strings);
  settle();
  for (int row = 0; row < strings.size(); ++row) {
    session_.setRequest({.searchSpaces = {"Phones"}, .digits = strings[row].toStdString()});
    settle();
    const report::AnsweredCall first{session_.answer(0).workspace->plan(), *session_.answer(0).trace};
    const report::AnsweredCall second{session_.answer(1).workspace->plan(), *session_.answer(1).trace};
    QStringList names;
    for (const Difference difference : differencesOf(first, second)) names.append(differenceName(difference));
    EXPECT_EQ(differs(row), names.isEmpty() ? "=" : "≠ " + names.join(", ")) << strings[row].toStdString();
  }
}

TEST_F(Compared, TwoPlans) {
  open(0, "dialplans/bang.xml");
  open(1, "dialplans/bang.xml");
  session_.setRequest({.searchSpaces = {"Phones"}});
  session_.setLanes({{0, DialMode::DigitByDigit}, {1, DialMode::DigitByDigit}});
  model_.setStrings({"911", "12", "+1"});
  settle();
  EXPECT_EQ(model_.differing(), 0) << "a plan is as itself";
  // Another plan in its place: asked again by itself.
  open(1, "dialplans/two-tier.xml");
  settle();
  EXPECT_GT(model_.differing(), 0);
}

TEST_F(Compared, AWrongStringIsRefusedByBoth) {
  open(0, "dialplans/bang.xml");
  session_.setLanes({{0, DialMode::DigitByDigit}, {0, DialMode::Bloc}});
  model_.setStrings({"12x"});
  settle();
  EXPECT_FALSE(model_.index(0, CompareModel::First).data().toString().isEmpty());
  EXPECT_EQ(model_.differing(), 0);
}

TEST_F(Compared, WithOneLaneNothingIsAsked) {
  open(0, "dialplans/bang.xml");
  session_.setLanes({{0, DialMode::DigitByDigit}});
  model_.setStrings({"911"});
  settle();
  EXPECT_TRUE(differs(0).isEmpty());
}

TEST_F(Compared, NotMoreThanTheLimit) {
  QStringList many;
  for (qsizetype i = 0; i < CompareModel::kMostStrings + 3; ++i) many.append(QString::number(i));
  model_.setStrings(many);
  EXPECT_EQ(model_.leftOut(), 3);
  EXPECT_EQ(model_.rowCount(), CompareModel::kMostStrings);
}

TEST(StringsIn, LinesAndColumns) {
  EXPECT_EQ(stringsIn("911\n\n 70012 \r\n#1,2\n"), (QStringList{"911", "70012", "#1,2"}));
  EXPECT_EQ(stringsIn("name\tdigits\tfate\na\t911\trouted\nb\t7,1\t\n"), (QStringList{"911", "7,1"}));
  EXPECT_EQ(stringsIn("911\trouted\n12\tblocked"), (QStringList{"911", "12"}));
  EXPECT_TRUE(stringsIn("").isEmpty());
}

}  // namespace
}  // namespace dialscope::gui
