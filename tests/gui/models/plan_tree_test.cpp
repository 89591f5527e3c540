#include "gui/models/plan_tree.h"

#include "tests/gui/turns.h"
#include "tests/gui/waiting.h"
#include "tests/support/files.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QTreeView>

namespace dialscope::gui {
namespace {

bool becomesListed(const PlanTree& tree) {
  return test::eventually([&] { return !tree.busy(); });
}

QStringList namesUnder(const PlanTree& tree, const QModelIndex& parent) {
  QStringList names;
  for (int row = 0; row < tree.rowCount(parent); ++row)
    names.append(tree.index(row, 0, parent).data().toString());
  return names;
}

class PlanTreeTest : public testing::Test {
 protected:
  void open(const char* plan) {
    session_.open(0, {QString::fromStdString(test::inRepository(std::string("dialplans/") + plan))});
    ASSERT_TRUE(test::becomesIdle(session_));
    ASSERT_TRUE(becomesListed(tree_));
  }

  QModelIndex group(PlanTree::Group group) const { return tree_.index(group, 0); }
  QModelIndex partition(const QString& name) const {
    const auto partitions = group(PlanTree::Partitions);
    return tree_.index(static_cast<int>(namesUnder(tree_, partitions).indexOf(name)), 0, partitions);
  }

  ReplaySession session_;
  PlanTree tree_{session_, 0};
  QAbstractItemModelTester tester_{&tree_, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(PlanTreeTest, ShowsWhatAPlanIsMadeOf) {
  open("two-tier.xml");
  EXPECT_EQ(namesUnder(tree_, {}),
            (QStringList{"Partitions (5)", "Calling search spaces (5)", "Route lists (0)", "Devices (1)"}));
  EXPECT_EQ(namesUnder(tree_, partition("Outside")), QStringList{"!"});
  const QModelIndex pattern = tree_.index(0, 0, partition("Emergency-NoWait"));
  EXPECT_EQ(pattern.data().toString(), "911");
  EXPECT_EQ(pattern.siblingAtColumn(PlanTree::Kind).data().toString(), "translation pattern");
  EXPECT_EQ(pattern.siblingAtColumn(PlanTree::Notes).data().toString(),
            "urgent · on with Second-Tier · do not wait");
  const plan::EntryId entry{pattern.data(PlanTree::EntryRole).toUInt()};
  EXPECT_EQ(tree_.indexOf(entry), pattern);
  const QModelIndex spaces = group(PlanTree::SearchSpaces);
  EXPECT_EQ(namesUnder(tree_, tree_.index(0, 0, spaces)), QStringList{"Emergency"});
}

TEST_F(PlanTreeTest, FiltersPatternsAndNames) {
  open("e164.xml");
  const auto listOf = [&](const QString& filter) {
    tree_.setFilter(filter);
    EXPECT_TRUE(becomesListed(tree_));
    QStringList found;
    for (const QString& name : namesUnder(tree_, group(PlanTree::Partitions)))
      found.append(name + u'=' + namesUnder(tree_, partition(name)).join(u','));
    return found;
  };
  EXPECT_EQ(listOf("9011"), QStringList{"US-Dialing=9011.!,9011.!#"});
  EXPECT_EQ(tree_.patternCount(), 2U);
  EXPECT_EQ(listOf("pstn-int"), QStringList{"PSTN-International=\\+!,\\+!#"})
      << "a partition's name lists all of it";
  EXPECT_EQ(listOf("no such thing"), QStringList());
  EXPECT_EQ(listOf("").size(), 6);
  EXPECT_EQ(tree_.patternCount(), 12U);
}

TEST_F(PlanTreeTest, FollowsThePlan) {
  open("bang.xml");
  EXPECT_EQ(tree_.patternCount(), 2U);
  session_.close(0);
  ASSERT_TRUE(becomesListed(tree_));
  EXPECT_EQ(tree_.rowCount(), 0);
  open("preferred-architecture");
  EXPECT_GT(tree_.patternCount(), 20U);
}

// A cluster's worth of patterns in one partition: listed in the background, unfolded and filtered without a pause.
TEST_F(PlanTreeTest, HoldsAHundredThousandPatterns) {
  constexpr std::size_t kPatterns = 100'000;
  std::string text = "<dialPlan><routePartition><name>P</name></routePartition>";
  for (std::size_t i = 0; i < kPatterns; ++i) {
    text += "<line><pattern>" + std::to_string(200'000 + i) +
            "</pattern><routePartitionName>P</routePartitionName></line>";
  }
  auto workspace = workspace::Workspace::openText("large.xml", text + "</dialPlan>");
  ASSERT_TRUE(workspace);
  PlanTree tree(session_, 0);
  session_.adopt(0, std::make_shared<const workspace::Workspace>(std::move(*workspace)),
                 QStringLiteral("large.xml"));
  ASSERT_TRUE(becomesListed(tree));
  QTreeView view;
  view.setUniformRowHeights(true);
  view.setModel(&tree);
  view.resize(600, 400);
  view.show();
  const QModelIndex partitions = tree.index(PlanTree::Partitions, 0);
  test::tellTime("unfold a partition of 100 000", test::timed([&] {
                   view.expand(partitions);
                   view.expand(tree.index(0, 0, partitions));
                   QCoreApplication::processEvents();
                 }));
  EXPECT_EQ(tree.rowCount(tree.index(0, 0, partitions)), static_cast<int>(kPatterns));
  test::tellTime("filter until keys are heard",
                 test::timed([&] { tree.setFilter(QStringLiteral("29999")); }));
  EXPECT_TRUE(tree.busy()) << "it looks for them while keys are heard";
  ASSERT_TRUE(becomesListed(tree));
  EXPECT_EQ(tree.patternCount(), 11U) << "299990 to 299999, and 229999";
}

}  // namespace
}  // namespace dialscope::gui
