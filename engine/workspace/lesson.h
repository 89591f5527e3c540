// Lessons: a plan, a text, and questions about calls on it. They are data (docs/lessons.md); who is right is never
// written in them. A choice claims something about the call in the columns of a suite, and the engine's answer to the call
// says whether it holds.
//
//   Result<Lesson> lesson = readLesson("dialplans/seven-hundred.lesson.json");
//   const Question& question = lesson->questions.front();
//   Result<Trace> trace = plan.dial(question.call);
//   rightChoice(plan.plan(), *trace, question);              // the place of the one that holds
//
// Does not open the plan: `Lesson::plan` says where it is.
#pragma once

#include "engine/base/result.h"
#include "engine/workspace/workspace.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dialscope::workspace {

/// What a choice says about the call: a column of a suite, and what its cell would hold (routing/expectation.h).
struct Claim {
  std::string column;
  std::string expected;
};

struct Choice {
  std::string text;
  std::vector<Claim> claims;  ///< at least one; all must hold
};

/// A field of a pattern, in AXL's words, and the text that is put into it.
struct FieldChange {
  std::string field;
  std::string value;
};

/// "Now change one thing": the question's call made in another way, a pattern changed, or both.
struct SuggestedChange {
  std::string text;
  CallRequest call;                  ///< the whole call, with the change made
  std::string pattern;               ///< `PATTERN[@PARTITION]`; empty = the plan stays as it is
  std::vector<FieldChange> changes;  ///< of that pattern
};

/// Another call to try.
struct SuggestedCall {
  std::string text;
  CallRequest call;
};

/// Texts are Markdown within the line, as those of the rules: `code`, *emphasis*.
struct Question {
  std::vector<std::string> text;  ///< paragraphs in front of the question
  CallRequest call;
  std::string question;
  std::vector<Choice> choices;           ///< two at least
  std::vector<std::string> explanation;  ///< paragraphs, shown after the guess
  std::vector<std::string> rules;        ///< ids, each of them known
  std::vector<SuggestedChange> changes;
  std::vector<SuggestedCall> alsoTry;
  SourcePosition where;
};

struct Lesson {
  std::string name;  ///< of the file, without `.lesson.json`: the same in every place that it is read from
  std::size_t order = 0;  ///< among the lessons of a folder
  std::string title;
  std::string plan;               ///< the plan's path, relative to the lesson's folder, as written
  std::vector<std::string> text;  ///< paragraphs of introduction
  std::vector<Question> questions;
};

/// The end of a lesson's file name.
inline constexpr std::string_view kLessonSuffix = ".lesson.json";

/// Reads a lesson. Errors: those of reading a file, JsonMalformed, NotALesson, UnknownMember, MissingMember, and
/// CellUnreadable for what cannot stand where it stands.
Result<Lesson> readLesson(const std::string& path);

/// The same for one text; messages call it `name`.
Result<Lesson> readLessonText(std::string_view name, std::string_view text);

/// The lesson files right below `folder`, sorted by name. None where there is no such folder.
std::vector<std::string> findLessons(const std::string& folder);

/// Does the call's answer bear out all that `choice` claims? The trace must have been explained.
bool holds(const plan::Plan& plan, const routing::Trace& trace, const Choice& choice);

/// The place of the choice that is right. Error: LessonChoices where none is, or more than one.
Result<std::size_t> rightChoice(const plan::Plan& plan, const routing::Trace& trace,
                                const Question& question);

}  // namespace dialscope::workspace
