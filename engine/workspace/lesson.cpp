// One table for each object of the format says which members it has, which must be there, and how each is read.
#include "engine/workspace/lesson.h"

#include "engine/base/suggest.h"
#include "engine/import/read_json.h"
#include "engine/report/rules.h"
#include "engine/routing/expectation.h"
#include "engine/workspace/request_columns.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <span>
#include <utility>

namespace dialscope::workspace {
namespace {

using import::JsonKind;
using import::JsonMember;
using import::JsonValue;

constexpr std::string_view kSchema = "dialscope/lesson/1";
// A lesson is a page of text.
constexpr std::size_t kMaxLessonSize = std::size_t{1} << 20U;

class Reader;

/// A member of an object of the format; `read` puts its value into the object that is being filled.
template <class Object>
struct Member {
  std::string_view name;
  bool required;
  void (*read)(Reader&, const JsonValue&, Object&);
};

// Goes on after the first problem, which is the one that counts.
class Reader {
 public:
  explicit Reader(const import::SourceText& source) : source_(source) {}

  void fail(DiagnosticCode code, std::size_t offset, std::vector<std::string> arguments,
            std::string suggestion = {}) {
    if (problem) return;
    problem = Diagnostic{code, source_.positionAt(offset), std::move(arguments), std::move(suggestion)};
  }

  SourcePosition where(const JsonValue& value) const { return source_.positionAt(value.offset); }

  bool expect(const JsonValue& value, JsonKind kind, std::string_view name) {
    if (value.kind == kind) return true;
    const std::string found(value.text.empty() ? wordsOf(value.kind) : std::string_view(value.text));
    fail(DiagnosticCode::CellUnreadable, value.offset,
         {std::string(name), found, std::string(wordsOf(kind))});
    return false;
  }

  std::string string(const JsonValue& value, std::string_view name) {
    return expect(value, JsonKind::String, name) ? value.text : std::string();
  }

  std::vector<std::string> strings(const JsonValue& value, std::string_view name) {
    std::vector<std::string> all;
    if (!expect(value, JsonKind::List, name)) return all;
    for (const JsonValue& item : value.items) all.push_back(string(item, name));
    return all;
  }

  template <class Object>
  void object(const JsonValue& value, std::string_view name, std::span<const Member<Object>> members,
              Object& into) {
    if (!expect(value, JsonKind::Object, name)) return;
    std::vector<std::string> known;
    for (const auto& member : members) known.emplace_back(member.name);
    for (const JsonMember& one : value.members) {
      const auto row = std::find_if(members.begin(), members.end(),
                                    [&](const auto& member) { return member.name == one.name; });
      if (row == members.end()) {
        fail(DiagnosticCode::UnknownMember, one.offset, {one.name, std::string(name)},
             closestName(one.name, known));
      } else if (value.find(one.name) != &one.value) {
        fail(DiagnosticCode::RepeatedElement, one.offset, {one.name, std::string(name)});
      } else {
        row->read(*this, one.value, into);
      }
    }
    for (const auto& member : members) {
      if (member.required && value.find(member.name) == nullptr) {
        fail(DiagnosticCode::MissingMember, value.offset, {std::string(member.name), std::string(name)});
      }
    }
  }

  template <class Object>
  void objects(const JsonValue& value, std::string_view name, std::span<const Member<Object>> members,
               std::vector<Object>& into) {
    if (!expect(value, JsonKind::List, name)) return;
    for (const JsonValue& item : value.items) object(item, name, members, into.emplace_back());
  }

  // The columns of a call, on top of what `request` says already.
  void call(const JsonValue& value, CallRequest& request) {
    if (!expect(value, JsonKind::Object, "call")) return;
    for (const JsonMember& member : value.members) {
      const ColumnUse use = columnUse(member.name);
      if (use != ColumnUse::Origin && use != ColumnUse::Request) {
        std::vector<std::string> known;
        for (const std::string& column : columnNames()) {
          if (columnUse(column) == ColumnUse::Origin || columnUse(column) == ColumnUse::Request)
            known.push_back(column);
        }
        fail(DiagnosticCode::UnknownMember, member.offset, {member.name, "call"},
             closestName(member.name, known));
      } else if (expect(member.value, JsonKind::String, member.name)) {
        if (const auto wrong = setRow(request, {member.name}, {member.value.text}))
          fail(wrong->code, member.value.offset, wrong->arguments, wrong->suggestion);
      }
    }
  }

  void claims(const JsonValue& value, std::vector<Claim>& claims) {
    if (!expect(value, JsonKind::Object, "claim")) return;
    if (value.members.empty()) {
      fail(DiagnosticCode::CellUnreadable, value.offset, {"claim", "empty", "a column of a suite"});
    }
    for (const JsonMember& member : value.members) {
      const routing::ExpectedColumn* column = routing::findExpectedColumn(member.name);
      if (column == nullptr) {
        std::vector<std::string> known;
        for (const auto& one : routing::expectedColumns()) known.emplace_back(one.name);
        fail(DiagnosticCode::UnknownMember, member.offset, {member.name, "claim"},
             closestName(member.name, known));
      } else if (expect(member.value, JsonKind::String, member.name)) {
        if (const auto wrong = routing::checkExpectation(*column, member.value.text))
          fail(wrong->code, member.value.offset, wrong->arguments, wrong->suggestion);
        claims.push_back({member.name, member.value.text});
      }
    }
  }

  std::optional<Diagnostic> problem;

 private:
  const import::SourceText& source_;
};

constexpr std::array kChoiceMembers{
    Member<Choice>{"text", true,
                   [](Reader& reader, const JsonValue& value, Choice& choice) {
                     choice.text = reader.string(value, "text");
                   }},
    Member<Choice>{
        "claim", true,
        [](Reader& reader, const JsonValue& value, Choice& choice) { reader.claims(value, choice.claims); }},
};

constexpr std::array kChangeMembers{
    Member<SuggestedChange>{"text", true,
                            [](Reader& reader, const JsonValue& value, SuggestedChange& change) {
                              change.text = reader.string(value, "text");
                            }},
    Member<SuggestedChange>{"call", false,
                            [](Reader& reader, const JsonValue& value, SuggestedChange& change) {
                              reader.call(value, change.call);
                            }},
    Member<SuggestedChange>{"pattern", false,
                            [](Reader& reader, const JsonValue& value, SuggestedChange& change) {
                              change.pattern = reader.string(value, "pattern");
                            }},
    Member<SuggestedChange>{
        "set", false,
        [](Reader& reader, const JsonValue& value, SuggestedChange& change) {
          if (!reader.expect(value, JsonKind::Object, "set")) return;
          for (const JsonMember& member : value.members) {
            change.changes.push_back({member.name, reader.string(member.value, member.name)});
          }
        }},
};

constexpr std::array kCallMembers{
    Member<SuggestedCall>{"text", true,
                          [](Reader& reader, const JsonValue& value, SuggestedCall& call) {
                            call.text = reader.string(value, "text");
                          }},
    Member<SuggestedCall>{
        "call", true,
        [](Reader& reader, const JsonValue& value, SuggestedCall& call) { reader.call(value, call.call); }},
};

constexpr std::array kQuestionMembers{
    Member<Question>{"text", false,
                     [](Reader& reader, const JsonValue& value, Question& question) {
                       question.text = reader.strings(value, "text");
                     }},
    // Read first: changes and further calls start from it.
    Member<Question>{"call", true, [](Reader&, const JsonValue&, Question&) {}},
    Member<Question>{"question", true,
                     [](Reader& reader, const JsonValue& value, Question& question) {
                       question.question = reader.string(value, "question");
                     }},
    Member<Question>{"choices", true,
                     [](Reader& reader, const JsonValue& value, Question& question) {
                       reader.objects<Choice>(value, "choices", kChoiceMembers, question.choices);
                       if (question.choices.size() < 2)
                         reader.fail(DiagnosticCode::CellUnreadable, value.offset,
                                     {"choices", std::to_string(question.choices.size()), "two at least"});
                     }},
    Member<Question>{"explanation", true,
                     [](Reader& reader, const JsonValue& value, Question& question) {
                       question.explanation = reader.strings(value, "explanation");
                     }},
    Member<Question>{"rules", true,
                     [](Reader& reader, const JsonValue& value, Question& question) {
                       question.rules = reader.strings(value, "rules");
                       for (std::size_t i = 0; i < question.rules.size(); ++i) {
                         const std::string& id = question.rules[i];
                         const report::Rule* rule = report::findRule(id);
                         if (rule != nullptr && rule->id == id) continue;
                         reader.fail(DiagnosticCode::CellUnreadable, value.items[i].offset,
                                     {"rules", id, "the id of a rule"}, report::closestRuleId(id));
                       }
                     }},
    Member<Question>{"changes", false,
                     [](Reader& reader, const JsonValue& value, Question& question) {
                       if (!reader.expect(value, JsonKind::List, "changes")) return;
                       for (const JsonValue& item : value.items) {
                         SuggestedChange change{{}, question.call, {}, {}};
                         reader.object<SuggestedChange>(item, "changes", kChangeMembers, change);
                         if (change.pattern.empty() != change.changes.empty())
                           reader.fail(DiagnosticCode::MissingMember, item.offset,
                                       {change.pattern.empty() ? "pattern" : "set", "changes"});
                         question.changes.push_back(std::move(change));
                       }
                     }},
    Member<Question>{"try", false,
                     [](Reader& reader, const JsonValue& value, Question& question) {
                       if (!reader.expect(value, JsonKind::List, "try")) return;
                       for (const JsonValue& item : value.items) {
                         SuggestedCall call{{}, question.call};
                         reader.object<SuggestedCall>(item, "try", kCallMembers, call);
                         question.alsoTry.push_back(std::move(call));
                       }
                     }},
};

constexpr std::array kLessonMembers{
    Member<Lesson>{"schema", true, [](Reader&, const JsonValue&, Lesson&) {}},
    Member<Lesson>{"order", true,
                   [](Reader& reader, const JsonValue& value, Lesson& lesson) {
                     const char* end = value.text.data() + value.text.size();
                     const auto [read, problem] = std::from_chars(value.text.data(), end, lesson.order);
                     if (value.kind != JsonKind::Number || problem != std::errc() || read != end)
                       reader.fail(DiagnosticCode::CellUnreadable, value.offset,
                                   {"order", value.text, "a whole number"});
                   }},
    Member<Lesson>{"title", true,
                   [](Reader& reader, const JsonValue& value, Lesson& lesson) {
                     lesson.title = reader.string(value, "title");
                   }},
    Member<Lesson>{"plan", true,
                   [](Reader& reader, const JsonValue& value, Lesson& lesson) {
                     lesson.plan = reader.string(value, "plan");
                   }},
    Member<Lesson>{"text", true,
                   [](Reader& reader, const JsonValue& value, Lesson& lesson) {
                     lesson.text = reader.strings(value, "text");
                   }},
    Member<Lesson>{
        "questions", true,
        [](Reader& reader, const JsonValue& value, Lesson& lesson) {
          if (!reader.expect(value, JsonKind::List, "questions")) return;
          if (value.items.empty())
            reader.fail(DiagnosticCode::CellUnreadable, value.offset, {"questions", "empty", "one at least"});
          for (const JsonValue& item : value.items) {
            Question& question = lesson.questions.emplace_back();
            question.where = reader.where(item);
            if (const JsonValue* call = item.find("call")) reader.call(*call, question.call);
            reader.object<Question>(item, "questions", kQuestionMembers, question);
          }
        }},
};

std::string nameOf(std::string_view path) {
  std::string name = std::filesystem::path(path).filename().string();
  if (name.ends_with(kLessonSuffix)) name.resize(name.size() - kLessonSuffix.size());
  return name;
}

Result<Lesson> lessonOf(const import::SourceText& source) {
  const auto document = import::readJson(source);
  if (!document) return tl::unexpected(document.error());
  const auto notALesson = [&](const JsonValue& value, std::string found) {
    return tl::unexpected(
        Diagnostic{DiagnosticCode::NotALesson, source.positionAt(value.offset), {std::move(found)}, {}});
  };
  if (document->kind != JsonKind::Object) return notALesson(*document, std::string(wordsOf(document->kind)));
  const JsonValue* schema = document->find("schema");
  if (schema == nullptr) return notALesson(*document, "an object without a \"schema\"");
  if (schema->kind != JsonKind::String || schema->text != kSchema)
    return notALesson(*schema, "the schema \"" + schema->text + "\"");
  Reader reader(source);
  Lesson lesson;
  lesson.name = nameOf(*source.file());
  reader.object<Lesson>(*document, "lesson", kLessonMembers, lesson);
  if (reader.problem) return tl::unexpected(std::move(*reader.problem));
  return lesson;
}

}  // namespace

Result<Lesson> readLesson(const std::string& path) {
  const auto source = import::readSourceText(path, kMaxLessonSize);
  return source ? lessonOf(*source) : tl::unexpected(source.error());
}

Result<Lesson> readLessonText(std::string_view name, std::string_view text) {
  return lessonOf(import::SourceText(name, std::string(text)));
}

std::vector<std::string> findLessons(const std::string& folder) {
  std::vector<std::string> paths;
  std::error_code problem;
  std::filesystem::directory_iterator entries(folder, problem);
  for (const auto end = std::filesystem::directory_iterator(); !problem && entries != end;
       entries.increment(problem)) {
    std::string path = entries->path().string();
    if (path.ends_with(kLessonSuffix)) paths.push_back(std::move(path));
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

bool holds(const plan::Plan& plan, const routing::Trace& trace, const Choice& choice) {
  return std::all_of(choice.claims.begin(), choice.claims.end(), [&](const Claim& claim) {
    const routing::ExpectedColumn* column = routing::findExpectedColumn(claim.column);
    return column != nullptr && routing::holds(*column, claim.expected, column->answer(plan, trace));
  });
}

Result<std::size_t> rightChoice(const plan::Plan& plan, const routing::Trace& trace,
                                const Question& question) {
  std::vector<std::size_t> right;
  for (std::size_t i = 0; i < question.choices.size(); ++i) {
    if (holds(plan, trace, question.choices[i])) right.push_back(i);
  }
  if (right.size() == 1) return right.front();
  return tl::unexpected(
      Diagnostic{DiagnosticCode::LessonChoices, question.where, {std::to_string(right.size())}, {}});
}

}  // namespace dialscope::workspace
