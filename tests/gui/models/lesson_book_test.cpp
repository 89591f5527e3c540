#include "gui/models/lesson_book.h"

#include "tests/support/files.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>

namespace dialscope::gui {
namespace {

const QString kFolder = QString::fromStdString(test::inRepository("dialplans"));

TEST(LessonBook, HoldsTheShippedLessonsInTheirOrder) {
  LessonBook book(kFolder);
  const QAbstractItemModelTester tester(&book, QAbstractItemModelTester::FailureReportingMode::Fatal);
  EXPECT_TRUE(book.problems().empty());
  ASSERT_EQ(book.size(), 10U);
  EXPECT_EQ(book.lesson(0).name, "emergency");
  EXPECT_EQ(book.lesson(3).name, "seven-hundred");
  EXPECT_EQ(book.index(3).data(LessonBook::ProgressRole).toString(), QStringLiteral("2 questions"));
  book.note(3, 0, {1, true});
  EXPECT_EQ(book.index(3).data(LessonBook::ProgressRole).toString(), QStringLiteral("1 of 2 answered"));
  book.note(3, 1, {0, false});
  EXPECT_EQ(book.index(3).data(LessonBook::ProgressRole).toString(), QStringLiteral("done, 1 of 2 right"));
  book.forget(3);
  EXPECT_EQ(book.index(3).data(LessonBook::AnsweredRole).toInt(), 0);
}

TEST(LessonBook, KeepsGuessesFromOneDayToTheNext) {
  LessonBook first(kFolder);
  first.note(3, 0, {1, true});
  first.note(0, 2, {2, false});
  LessonBook second(kFolder);
  second.restore(first.kept() + QStringList{QStringLiteral("no-such/0=1"), QStringLiteral("bang/77=0"),
                                            QStringLiteral("bang/0=9"), QStringLiteral("nonsense")});
  EXPECT_EQ(second.kept(), first.kept());
  ASSERT_TRUE(second.guess(3, 0));
  EXPECT_TRUE(second.guess(3, 0)->right);
  EXPECT_EQ(second.guess(0, 2)->choice, 2U);
  EXPECT_FALSE(second.guess(1, 0));
}

TEST(LessonBook, IsEmptyWhereThereIsNothing) {
  const LessonBook book(QStringLiteral("/nowhere"));
  EXPECT_EQ(book.rowCount(), 0);
  EXPECT_TRUE(book.problems().empty());
}

}  // namespace
}  // namespace dialscope::gui
