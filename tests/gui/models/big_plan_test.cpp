// A cluster of 12 000 patterns and 3 000 search spaces: what is long is done on other threads and comes when it is ready.
// What is left to the window's thread is told (turns.h).
#include "gui/models/candidate_model.h"
#include "tests/bench/plan_text.h"
#include "tests/bench/workload.h"
#include "tests/gui/turns.h"
#include "tests/gui/waiting.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <map>

namespace dialscope {
namespace {

using gui::CandidateModel;
using gui::Lane;
using gui::ReplaySession;
using routing::DialMode;
using test::timed;

TEST(ABigPlan, IsWorkedOnElsewhere) {
  const QTemporaryDir folder;
  const QString path = folder.filePath(QStringLiteral("cluster.xml"));
  const plan::Plan plan = bench::makeCluster();
  {
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(bench::writeDialPlan(plan).c_str());
  }
  ReplaySession session;
  CandidateModel model(session, 0);
  QTableView view;
  view.setModel(&model);
  view.resize(1600, 900);
  QSignalSpy answered(&session, &ReplaySession::answered);

  std::map<std::string, double> most;
  const auto note = [&](const std::string& what, double time) { most[what] = std::max(most[what], time); };

  note("start_opening", timed([&] { session.open(0, {path}); }));
  EXPECT_TRUE(session.busy());
  note("open", timed([&] { ASSERT_TRUE(test::becomesIdle(session)); }));
  ASSERT_TRUE(session.plan().workspace);
  session.setLanes({{0, DialMode::DigitByDigit}, {0, DialMode::Bloc}});
  std::size_t rows = 0;
  for (const char* digits : {"918005551234", "80011234", "90114420712345678", "4001", "5"}) {
    for (const char* css : {"Site-001-Executive", "Site-250-International"}) {
      answered.clear();
      note("ask", timed([&] {
             session.setRequest({.searchSpaces = {css}, .digits = digits}, gui::Look::AtOffHook);
           }));
      note("take_an_answer", timed([&] { ASSERT_TRUE(test::becomesIdle(session)); }));
      ASSERT_EQ(answered.count(), 1);
      ASSERT_TRUE(session.answer().trace);
      for (int step = 0; step < session.stepCount(); ++step) {
        note("step", timed([&] { session.setStep(step); }));
        ASSERT_TRUE(test::becomesIdle(session));
        note("paint", timed([&] { view.grab(); }));
        rows = std::max(rows, static_cast<std::size_t>(model.rowCount()));
      }
    }
  }
  for (const auto& [what, time] : most) test::tellTime(what, time);
  EXPECT_GT(rows, 1000U);
}

}  // namespace
}  // namespace dialscope
