// The session: plans in and out, requests, lanes, steps and time, without a window.
#include "gui/models/replay_session.h"

#include "tests/gui/waiting.h"
#include "tests/support/files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <cstdio>

namespace dialscope {
namespace {

using gui::Lane;
using gui::Look;
using gui::ReplaySession;
using routing::DialMode;
using std::chrono::milliseconds;
using test::becomesIdle;

QString shipped(const std::string& name) {
  return QString::fromStdString(test::inRepository("dialplans/" + name));
}

class Session : public ::testing::Test {
 protected:
  void open(const std::string& name, std::size_t slot = 0) {
    session_.open(slot, {shipped(name)});
    ASSERT_TRUE(becomesIdle(session_));
    ASSERT_TRUE(session_.plan(slot).workspace);
  }

  std::vector<std::string> sentences(std::size_t lane = 0) {
    std::vector<std::string> all;
    for (int step = 0; step < session_.stepCount(); ++step) {
      session_.setStep(step);
      all.push_back(session_.view(lane).sentence.toStdString());
    }
    return all;
  }

  void type(const char* keys) {
    for (const char* key = keys; *key != '\0'; ++key) session_.typeKey(QLatin1Char(*key));
  }

  ReplaySession session_;
};

TEST_F(Session, BeforeAnythingIsOpen) {
  EXPECT_EQ(session_.stepCount(), 1);
  EXPECT_EQ(session_.race(), nullptr);
  session_.next();
  type("12");
  EXPECT_EQ(session_.step(), 0);
  EXPECT_FALSE(session_.answer().trace);
  EXPECT_FALSE(session_.answer().refusal);
}

TEST_F(Session, AStepIsAMomentOfTheCall) {
  open("seven-hundred.xml");
  session_.setRequest({.searchSpaces = {"Phones"}, .digits = "70012"});
  EXPECT_THAT(sentences(), ::testing::ElementsAre("dial tone", "2 patterns possible, outside dial tone",
                                                  "2 patterns possible", "2 patterns possible",
                                                  "7XXX takes the call: urgent"));
  EXPECT_EQ(session_.view().heard, QStringLiteral("7001"));
  EXPECT_TRUE(session_.view().settled);
  EXPECT_TRUE(session_.isDecision(4));
  session_.first();
  session_.nextDecision();
  EXPECT_EQ(session_.step(), 4);
  session_.previousDecision();
  EXPECT_EQ(session_.step(), 4);
}

TEST_F(Session, TheSecondLaneShowsWhatItHasAtThatTime) {
  open("seven-hundred.xml");
  session_.setRequest({.searchSpaces = {"Phones"}, .digits = "70012"});
  session_.setLanes({{0, DialMode::DigitByDigit}, {0, DialMode::Bloc}});
  session_.first();
  EXPECT_FALSE(session_.view(1).moment);
  EXPECT_EQ(session_.view(1).heard, QString());
  EXPECT_EQ(session_.race(1), nullptr);
  session_.next();
  EXPECT_EQ(session_.view(0).heard, QStringLiteral("7"));
  EXPECT_EQ(session_.view(1).heard, QStringLiteral("70012"));
  EXPECT_TRUE(session_.view(1).settled);
  EXPECT_EQ(session_.divergence().step, 4);
  session_.goToDivergence();
  EXPECT_EQ(session_.step(), 4);
  EXPECT_THAT(session_.divergence().sentence.toStdString(),
              ::testing::HasSubstr("They part at the 4th key."));
}

TEST_F(Session, WhatTheSecondLaneDoesLaterAreStepsToo) {
  open("seven-hundred.xml");
  session_.setRequest({.searchSpaces = {"Phones"}, .digits = "70012"});
  session_.setLanes({{0, DialMode::Bloc}, {0, DialMode::DigitByDigit}});
  session_.last();
  EXPECT_TRUE(session_.view(0).settled);
  EXPECT_TRUE(session_.view(1).settled);
  EXPECT_EQ(session_.time(), milliseconds{1500});
  EXPECT_EQ(session_.momentAt(1, *session_.divergence().step), 4U);
}

// Nothing is sent, so there is no time before it is.
TEST_F(Session, AnEmptyCallEnBlocIsLookedUpAtOnce) {
  open("seven-hundred.xml");
  session_.setRequest({.searchSpaces = {"Phones"}});
  session_.setLanes({{0, DialMode::DigitByDigit}, {0, DialMode::Bloc}});
  session_.first();
  EXPECT_EQ(session_.view(0).state, routing::State::OffHook);
  EXPECT_EQ(session_.view(1).state, routing::State::NoMatch);
  EXPECT_EQ(session_.view(1).rule, "DA-41");
  EXPECT_EQ(session_.view(1).at, milliseconds{0});
}

TEST_F(Session, APrivateLineWaitsForNoKey) {
  open("plar.xml");
  session_.setRequest({.searchSpaces = {"Lobby"}}, Look::AtOffHook);
  EXPECT_EQ(session_.view().state, routing::State::OffHook);
  EXPECT_FALSE(session_.view().timer) << "it calls at once";
  session_.setRequest({.searchSpaces = {"Phones"}}, Look::AtOffHook);
  EXPECT_EQ(session_.view().timer, milliseconds{15000});
}

TEST_F(Session, TypedLiveTheLastKeyIsLookedAt) {
  open("seven-hundred.xml");
  session_.setRequest({.searchSpaces = {"Phones"}});
  type("700");
  EXPECT_EQ(session_.step(), 3);
  EXPECT_EQ(session_.view().heard, QStringLiteral("700"));
  EXPECT_EQ(session_.view().timer, milliseconds{15000});
  EXPECT_EQ(session_.view().timerLeft, milliseconds{15000});
  EXPECT_TRUE(session_.view().timerExpires);
  session_.letTimerRunOut();
  EXPECT_EQ(session_.view().state, routing::State::Incomplete);
  session_.backspace();
  EXPECT_EQ(session_.step(), 3);
  type("1");
  EXPECT_EQ(session_.view().state, routing::State::Routed);
  session_.typeKey(QLatin1Char('x'));
  EXPECT_EQ(session_.request().digits, "7001");
  session_.hangUp();
  EXPECT_EQ(session_.step(), 0);
  EXPECT_EQ(session_.view().state, routing::State::OffHook);
}

TEST_F(Session, TimeIsSimulatedAndShowsTheTimerRun) {
  open("seven-hundred.xml");
  session_.setRequest({.searchSpaces = {"Phones"}, .digits = "700"});
  EXPECT_EQ(session_.timeOf(session_.stepCount() - 1), milliseconds{16000});
  session_.setTime(milliseconds{3000});
  EXPECT_EQ(session_.step(), 3);
  EXPECT_EQ(session_.view().timerLeft, milliseconds{13000});
  session_.setTime(milliseconds{99999});
  EXPECT_EQ(session_.step(), session_.stepCount() - 1);
}

TEST_F(Session, PlaysToTheEndAndStops) {
  open("seven-hundred.xml");
  session_.setRequest({.searchSpaces = {"Phones"}, .digits = "7001"});
  session_.setSpeed(100);
  EXPECT_EQ(session_.speed(), 8);
  QSignalSpy turned(&session_, &ReplaySession::stepChanged);
  for (const bool byRealTime : {false, true}) {
    session_.setByRealTime(byRealTime);
    session_.first();
    turned.clear();
    session_.play();
    EXPECT_TRUE(session_.playing());
    EXPECT_TRUE(test::eventually([&] { return !session_.playing(); }));
    EXPECT_EQ(session_.step(), 4);
    EXPECT_EQ(turned.count(), 4);
  }
}

TEST_F(Session, ARefusedRequestSaysWhy) {
  open("seven-hundred.xml");
  session_.setRequest({.searchSpaces = {"Phone"}, .digits = "7001"});
  EXPECT_FALSE(session_.answer().trace);
  ASSERT_TRUE(session_.answer().refusal);
  EXPECT_EQ(session_.answer().refusal->code, DiagnosticCode::NoSuchSearchSpace);
  EXPECT_EQ(session_.answer().refusal->suggestion, "Phones");
  EXPECT_EQ(session_.stepCount(), 1);
  session_.setRequest({.searchSpaces = {"Phones"}, .digits = "7001"});
  EXPECT_FALSE(session_.answer().refusal);
}

TEST_F(Session, TheStepIsKeptWhenTheAnswerChanges) {
  open("seven-hundred.xml");
  session_.setRequest({.searchSpaces = {"Phones"}, .digits = "70012"});
  session_.setStep(3);
  QSignalSpy answered(&session_, &ReplaySession::answered);
  auto request = session_.request();
  request.interdigitTimeout = milliseconds{5000};
  session_.setRequest(request);
  EXPECT_EQ(answered.count(), 1);
  EXPECT_EQ(session_.step(), 3);
  EXPECT_EQ(session_.view().timer, milliseconds{5000});
  // A slip of the pen in between is forgiven.
  request.searchSpaces = {"Phone"};
  session_.setRequest(request);
  EXPECT_EQ(session_.step(), 0);
  request.searchSpaces = {"Phones"};
  session_.setRequest(request);
  EXPECT_EQ(session_.step(), 3);
  session_.setRequest(request, Look::AtEnd);
  EXPECT_EQ(session_.step(), 4);
}

TEST_F(Session, TwoPlansPartAtAKey) {
  open("seven-hundred.xml");
  open("bang.xml", 1);
  session_.setRequest({.searchSpaces = {"Phones"}, .digits = "7001"});
  session_.setLanes({{0, DialMode::DigitByDigit}, {1, DialMode::DigitByDigit}});
  EXPECT_THAT(session_.divergence().sentence.toStdString(), ::testing::StartsWith("They part at "));
  ASSERT_TRUE(session_.divergence().step);
  EXPECT_LT(*session_.divergence().step, 4);
  session_.close(1);
  EXPECT_TRUE(session_.divergence().sentence.isEmpty());
  EXPECT_FALSE(session_.answer(1).trace);
}

// Files

class Files : public Session {
 protected:
  QString write(const std::string& text) {
    const QString path = folder_.filePath(QStringLiteral("plan.xml"));
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(text.c_str());
    return path;
  }

  QTemporaryDir folder_;
};

TEST_F(Files, AChangedFileIsReadAgainAtTheSameStep) {
  std::string text = test::readFile("dialplans/seven-hundred.xml");
  session_.open(0, {write(text)});
  ASSERT_TRUE(becomesIdle(session_));
  session_.setRequest({.searchSpaces = {"Phones"}, .digits = "70012"});
  session_.setStep(3);
  const auto before = session_.plan().workspace;

  write("<");
  ASSERT_TRUE(test::eventually([&] { return !session_.plan().readable; }));
  EXPECT_EQ(session_.plan().workspace, before);
  EXPECT_FALSE(session_.plan().problems.empty());
  EXPECT_EQ(session_.step(), 3);

  write(text);
  ASSERT_TRUE(test::eventually([&] { return session_.plan().readable; }));
  EXPECT_NE(session_.plan().workspace, before);
  EXPECT_EQ(session_.step(), 3);
  EXPECT_EQ(session_.view().heard, QStringLiteral("700"));
}

// As many editors save: another file takes the name, or the file is gone for a while.
TEST_F(Files, AFileThatIsPutInPlaceOfTheOldOneIsRead) {
  const std::string text = test::readFile("dialplans/seven-hundred.xml");
  const QString path = write(text);
  session_.open(0, {path});
  ASSERT_TRUE(becomesIdle(session_));
  for (const bool goneForAWhile : {false, true}) {
    const auto before = session_.plan().workspace;
    const QString other = folder_.filePath(QStringLiteral("other"));
    ASSERT_TRUE(QFile::copy(path, other));
    if (goneForAWhile) {
      ASSERT_TRUE(QFile::remove(path));
      ASSERT_TRUE(test::eventually([&] { return !session_.plan().readable; }));
    }
    ASSERT_EQ(std::rename(other.toLocal8Bit().constData(), path.toLocal8Bit().constData()), 0);
    EXPECT_TRUE(
        test::eventually([&] { return session_.plan().readable && session_.plan().workspace != before; }));
  }
}

TEST_F(Files, AModifiedPlanIsNotTakenAwayByItsFile) {
  const std::string text = test::readFile("dialplans/seven-hundred.xml");
  session_.open(0, {write(text)});
  ASSERT_TRUE(becomesIdle(session_));
  const auto edited = session_.plan().workspace;
  session_.replaceWorkspace(0, edited, true);
  EXPECT_FALSE(session_.plan().outdated);
  write(text + "\n");
  ASSERT_TRUE(test::eventually([&] { return session_.plan().outdated; }));
  ASSERT_TRUE(becomesIdle(session_));
  EXPECT_EQ(session_.plan().workspace, edited);
  EXPECT_TRUE(session_.plan().modified);
  session_.reload(0);
  ASSERT_TRUE(becomesIdle(session_));
  EXPECT_NE(session_.plan().workspace, edited);
  EXPECT_FALSE(session_.plan().outdated);
}

TEST_F(Files, ABrokenPlanOpensWithItsProblems) {
  open("broken/unknown-css.xml");
  EXPECT_FALSE(session_.plan().problems.empty());
  session_.open(1, {QStringLiteral("/nowhere/plan.xml")});
  ASSERT_TRUE(becomesIdle(session_));
  EXPECT_FALSE(session_.plan(1).workspace);
  ASSERT_EQ(session_.plan(1).problems.size(), 1U);
  EXPECT_EQ(session_.plan(1).problems[0].code, DiagnosticCode::FileNotFound);
}

TEST_F(Files, OnlyTheLastOfTwoOpeningsArrives) {
  QSignalSpy changed(&session_, &ReplaySession::planChanged);
  session_.open(0, {shipped("bang.xml")});
  session_.open(0, {shipped("seven-hundred.xml")});
  ASSERT_TRUE(becomesIdle(session_));
  EXPECT_EQ(changed.count(), 1);
  EXPECT_EQ(session_.plan().paths.front(), shipped("seven-hundred.xml"));
  session_.open(0, {shipped("bang.xml")});
  session_.cancelOpening(0);
  EXPECT_FALSE(session_.busy());
  QTest::qWait(200);
  EXPECT_EQ(changed.count(), 1);
}

}  // namespace
}  // namespace dialscope
