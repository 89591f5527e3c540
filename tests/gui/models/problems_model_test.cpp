// A broken plan's problems, with the places to go to.
#include "gui/models/problems_model.h"

#include "tests/gui/waiting.h"
#include "tests/support/files.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>

namespace dialscope {
namespace {

using gui::ProblemsModel;
using gui::ReplaySession;

TEST(Problems, OfABrokenPlan) {
  ReplaySession session;
  ProblemsModel model(session, 0);
  const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
  EXPECT_EQ(model.rowCount(), 0);
  session.open(0, {QString::fromStdString(test::inRepository("dialplans/broken/unknown-css.xml"))});
  ASSERT_TRUE(test::becomesIdle(session));
  ASSERT_GT(model.rowCount(), 0);
  const QModelIndex first = model.index(0, ProblemsModel::Text);
  const Diagnostic& problem = session.plan().problems.front();
  EXPECT_EQ(first.data().toString().toStdString(), report::messageText(problem));
  EXPECT_EQ(first.data(ProblemsModel::LineRole).toULongLong(), problem.where.line);
  EXPECT_TRUE(first.data(ProblemsModel::FileRole).toString().endsWith(QStringLiteral("unknown-css.xml")));
  EXPECT_EQ(
      model.index(0, ProblemsModel::Place).data().toString().toStdString(),
      "unknown-css.xml:" + std::to_string(problem.where.line) + ":" + std::to_string(problem.where.column));
  EXPECT_EQ(model.count(report::Severity::Error) + model.count(report::Severity::Warning) +
                model.count(report::Severity::Note),
            static_cast<std::size_t>(model.rowCount()));
  session.close(0);
  EXPECT_EQ(model.rowCount(), 0);
}

}  // namespace
}  // namespace dialscope
