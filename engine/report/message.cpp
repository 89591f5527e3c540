#include "engine/report/message.h"

#include "engine/base/utf8.h"

#include <fmt/args.h>
#include <fmt/format.h>

#include <array>
#include <cassert>
#include <cstddef>

namespace dialscope::report {
namespace {

struct Wording {
  DiagnosticCode code;
  std::string_view slug;
  Severity severity;
  std::string_view text;  // {0} … are the code's arguments, in the order that diagnostic.h lists
  Topic topic = Topic::Wrong;
};

using enum DiagnosticCode;
using enum Severity;

// In the order of the enumeration.
constexpr std::array<Wording, kDiagnosticCodeCount> kWordings{{
    {FileNotFound, "file-not-found", Error, "no such file or folder", Topic::Unread},
    {FileUnreadable, "file-unreadable", Error, "cannot be read: {0}", Topic::Unread},
    {FileTooLarge, "file-too-large", Error, "too large: {0} bytes, at most {1} are read", Topic::Unread},
    {WrongEncoding, "wrong-encoding", Error, "written in {0}; expected UTF-8", Topic::Unread},
    {InvalidUtf8, "invalid-utf8", Error, "byte {0} is not valid UTF-8", Topic::Unread},
    {NotAPlan, "not-a-plan", Error,
     "not a dial plan: found {0}; expected <dialPlan>, an AXL answer (<Envelope>), a BAT export, a Route "
     "Plan Report or what `run sql` prints",
     Topic::Unread},
    {NoPlan, "no-plan", Error, "there is no dial plan among the files given", Topic::Unread},
    {XmlMalformed, "xml-malformed", Error, "malformed XML: {0}", Topic::Unread},
    {SoapFault, "soap-fault", Error, "this answer is a fault, it holds no objects: {0}", Topic::Unread},
    {ArchiveDamaged, "archive-damaged", Error,
     "the archive is damaged or cut short: {0}; files read before that: {1}", Topic::Unread},
    {ArchiveTooLarge, "archive-too-large", Error,
     "the archive unpacks to more than {0}; the rest of it is not read", Topic::Unread},
    {ArchiveMemberRefused, "archive-member-refused", Error, "\"{0}\" in the archive is {1}, it is not read",
     Topic::Unread},

    {NoSuchSearchSpace, "no-such-search-space", Error, "the plan has no calling search space \"{0}\""},
    {SearchSpaceNotDefined, "search-space-not-defined", Error,
     "calling search space \"{0}\" is named in the plan but never defined"},
    {NoSuchPartition, "no-such-partition", Error, "the plan has no partition \"{0}\""},
    {NoSuchOrigin, "no-such-origin", Error, "the plan has no phone and no line \"{0}\""},
    {NoSuchLineButton, "no-such-line-button", Error, "{0} has no line {1}; it has {2}"},
    {OriginNotALine, "origin-not-a-line", Error,
     "{0} is no line, it is a {1}; in this build a call begins at a phone, a CTI route point or a line"},
    {OriginAmbiguous, "origin-ambiguous", Error,
     "{0} is a line in several partitions: {1}; write DN@PARTITION"},
    {NoSuchPattern, "no-such-pattern", Error, "the plan has no pattern \"{0}\""},
    {PatternLeftOut, "pattern-left-out", Error,
     "{0} was read and left out: @ is not expanded in this build (DA-15)"},
    {PatternLearned, "pattern-learned", Error,
     "{0} was read and left out: learned patterns are not matched in this build (DA-87)"},
    {OriginTwice, "origin-twice", Error, "{0} and {1} exclude each other: each says who dials"},
    {OriginWithoutNumber, "origin-without-number", Error,
     "line {0} stands for many numbers, so the caller has none; --calling gives one"},
    {NoSuchMode, "no-such-mode", Error,
     "there is no mode \"{0}\"; expected digit-by-digit, bloc or bloc-wait"},
    {NoSuchSwitch, "no-such-switch", Error, "there is no assumption \"{0}\""},
    {NoSuchReading, "no-such-reading", Error, "assumption {0} has no reading \"{1}\"; it has {2}"},
    {SwitchTwice, "switch-twice", Error, "assumption {0} is given twice, as {1} and as {2}"},
    {SwitchNotYet, "switch-not-yet", Error,
     "assumption {0} is not in this build: it has nothing to act on yet"},
    {SwitchMalformed, "switch-malformed", Error, "\"{0}\" is no assumption; expected KEY=VALUE"},
    {NumberCharacter, "number-character", Error, "{0} \"{1}\" holds \"{2}\"; expected {3}"},
    {DialStringCharacter, "dial-string-character", Error,
     "\"{0}\" cannot be dialed (in \"{1}\"); keys are 0-9 * # + A-D, \",\" pauses a second, \"T\" waits for "
     "the timer"},
    {DialStringTooLong, "dial-string-too-long", Error, "{0} keys are too many; at most {1} can be dialed"},
    {T302Range, "t302-range", Warning, "--t302 {0} is taken, but CUCM itself allows {1} to {2} only"},
    {NoOrigin, "no-origin", Note,
     "nobody is named who dials, so only the partition <None> is searched; --css takes one of {0}"},

    {NoSuchObject, "no-such-object", Error, "<{0}> is no object of a dial plan"},
    {NoSuchField, "no-such-field", Error, "<{1}> has no element <{0}>"},
    {CannotHidePlan, "cannot-hide-plan", Error,
     "pattern {0} cannot be hidden: @ stands for the digits of a numbering plan, and changed ones would not "
     "fit it"},
    {CannotHideLength, "cannot-hide-length", Error,
     "pattern {0} cannot be hidden with these digits: it would be longer than 50 characters; try again"},
    {CannotHideSpelling, "cannot-hide-spelling", Error,
     "pattern {0} cannot be hidden: it would be spelled like another one of its partition"},
    {HiddenWithout, "hidden-without", Warning, "{0} is left out: nobody knows what its text gives away"},

    {LineTooLong, "line-too-long", Error, "the line is longer than {0} bytes"},
    {CsvQuoteUnclosed, "csv-quote-unclosed", Error, "a quote is never closed", Topic::Unread},
    {CsvQuoteStray, "csv-quote-stray", Error,
     "a closing quote is followed by text; a quote in a cell is written \"\"", Topic::Unread},
    {CsvTooManyCells, "csv-too-many-cells", Error, "{0} cells, but the header has {1} columns"},
    {CsvRaggedRow, "csv-ragged-row", Error,
     "the row has {0} cells, the header {1} columns; the row is left out", Topic::Unread},
    {CsvMoreRows, "csv-more-rows", Error, "more rows cannot be read and are left out (rows: {0})",
     Topic::Unread},
    {UnknownColumn, "unknown-column", Error, "there is no column \"{0}\""},
    {ColumnNotYet, "column-not-yet", Error, "column {0} is not in this build"},
    {CellUnreadable, "cell-unreadable", Error, "{0} is \"{1}\"; expected {2}"},
    {LinesRefused, "lines-refused", Warning, "{0} of {1} lines could not be dialed"},

    {WouldOverwrite, "would-overwrite", Error,
     "{0} is one of the files that were read; it is not written over"},
    {ObjectNotWritten, "object-not-written", Warning, "{0} does not come back, first {1} (times: {2})"},
    {FileLeftBehind, "file-left-behind", Warning,
     "it was there before and stays; read as a plan, the folder is what was written and this"},
    {NotWritten, "not-written", Warning, "{0} comes back as \"{1}\", was \"{2}\", first in {3} (times: {4})"},

    {NotASuite, "not-a-suite", Error,
     "not a suite: found {0}; expected CSV with a header line, or the JSON object that `dialscope test` "
     "documents"},
    {DuplicateColumn, "duplicate-column", Error, "column \"{0}\" is there twice"},
    {SuiteEmpty, "suite-empty", Warning, "the suite has no rows"},
    {RowExpectsNothing, "row-expects-nothing", Warning,
     "the row expects nothing: it holds whatever the call comes to"},
    {DuplicateRowName, "duplicate-row-name", Warning, "a row \"{0}\" stands in line {1} already"},
    {RowWithoutPlan, "row-without-plan", Error, "the row names no plan, and --plan gives none"},
    {FileUnwritable, "file-unwritable", Error, "cannot be written: {0}"},
    {JsonMalformed, "json-malformed", Error, "malformed JSON: {0}"},
    {NotALesson, "not-a-lesson", Error,
     "not a lesson: found {0}; expected an object with \"schema\": \"dialscope/lesson/1\""},
    {UnknownMember, "unknown-member", Error, "{1} has no member \"{0}\""},
    {MissingMember, "missing-member", Error, "{1} has no \"{0}\", which it needs"},
    {LessonChoices, "lesson-choices", Error,
     "the call bears out {0} of the question's choices; exactly one must be right"},

    {PatternEmpty, "pattern-empty", Error,
     "an empty pattern is legal only for a translation pattern in a partition other than <None>"},
    {PatternTooLong, "pattern-too-long", Error, "the pattern has {0} characters, at most 50 are legal"},
    {PatternCharacter, "pattern-character", Error, "\"{0}\" cannot stand in a pattern"},
    {PatternSpace, "pattern-space", Error, "a blank cannot stand in a pattern"},
    {PatternHyphen, "pattern-hyphen", Error, "a hyphen is legal only between brackets, as in [2-9]"},
    {PatternLowerCase, "pattern-lower-case", Error,
     "letters in a pattern are upper case: \"{1}\", not \"{0}\""},
    {PatternSecondDot, "pattern-second-dot", Error, "a pattern holds at most one dot"},
    {PatternSecondAt, "pattern-second-at", Error, "a pattern holds at most one @"},
    {PatternBarePlus, "pattern-bare-plus", Error,
     "+ has nothing to repeat here; a literal plus is written \\+"},
    {PatternBareRepeat, "pattern-bare-repeat", Error, "{0} has nothing to repeat here"},
    {PatternBackslash, "pattern-backslash", Error, "a backslash stands only before +"},
    {PatternSetUnclosed, "pattern-set-unclosed", Error, "[ is never closed"},
    {PatternSetEmpty, "pattern-set-empty", Error, "there is nothing between the brackets"},
    {PatternSetCharacter, "pattern-set-character", Error, "\"{0}\" cannot stand between brackets"},
    {PatternSetRange, "pattern-set-range", Error, "\"{0}\" is no range of digits; expected one such as 2-9"},
    {PatternSetCaret, "pattern-set-caret", Error, "^ stands only right after ["},
    {PatternSecondCaret, "pattern-second-caret", Error, "a pattern holds at most one ^"},
    {PatternBracketStray, "pattern-bracket-stray", Error, "] closes no bracket"},
    {PatternCaretStray, "pattern-caret-stray", Error, "^ stands only between brackets, as in [^0]"},
    {PatternRepeatTwice, "pattern-repeat-twice", Warning, "\"{0}\" repeats twice; it counts as \"{1}\""},
    {PatternMatchesNothing, "pattern-matches-nothing", Warning, "pattern {0} matches no string at all"},

    {TableHeaderNotCut, "table-header-not-cut", Error,
     "the ruler does not fit the column names here, the table is left out; expected a run of = as wide as "
     "its column under each name, and one blank between two",
     Topic::Unread},
    {TableRulerWrapped, "table-ruler-wrapped", Error,
     "the ruler goes on in this line: the output was wrapped at the terminal's width, the table is left out; "
     "capture it again in a wider window",
     Topic::Unread},
    {TableLineNotCut, "table-line-not-cut", Error,
     "the ruler of line {0} has a gap or its end here, the row is left out; expected a blank", Topic::Unread},
    {TablePagerPrompt, "table-pager-prompt", Error,
     "a pager's prompt stands in the output, what it overwrote is lost; capture it again after `set cli "
     "pagination off`",
     Topic::Unread},
    {TableTextBehind, "table-text-behind", Warning,
     "text behind the empty line that ends a table is not read (lines: {0})"},
    {StatementWithoutTable, "statement-without-table", Note, "no table follows this statement",
     Topic::Unsaid},
    {RowUneven, "row-uneven", Warning, "column \"{0}\" is not in the first row, the cell is ignored"},
    {TableNotKnown, "table-not-known", Warning,
     "what this table is about cannot be told by its columns, it is ignored: {0}", Topic::Unknown},
    {TableColumnUnknown, "table-column-unknown", Note, "column \"{0}\" of {1} is not known, it is ignored",
     Topic::Unknown},
    {TableColumnAmbiguous, "table-column-ambiguous", Warning,
     "two columns of {1} are called \"{0}\", both are ignored; give each a name of its own with `as`",
     Topic::Unknown},
    {JoinFindsNothing, "join-finds-nothing", Warning,
     "{0} of {1} points to rows that no table of this load has (times: {2}); load that table too",
     Topic::Unresolved},
    {PatternKindUnsaid, "pattern-kind-unsaid", Warning,
     "nothing says what these patterns are (rows: {0}), they are taken for route patterns; select "
     "tkpatternusage too"},
    {TableSaysLess, "table-says-less", Note, "{0} does not say here: {1} (rows: {2})", Topic::Unsaid},

    {NumbersUnconfirmed, "numbers-unconfirmed", Note,
     "{0} says {1} in numbers whose words are written down nowhere (rows: {3}), they are taken in the order that AXL "
     "has; select the name from {2}",
     Topic::Unsaid},
    {AlternateLinesUnsaid, "alternate-lines-unsaid", Note,
     "{0} does not say whose the alternate numbers are (rows: {1}); select from alternatenumber too",
     Topic::Unsaid},
    {PatternMissing, "pattern-missing", Error, "{0} has no pattern, it is left out"},
    {NameMissing, "name-missing", Error, "{0} has no name, it is left out"},
    {UnknownPartition, "unknown-partition", Warning,
     "partition \"{0}\" is never defined; used by {1} (uses: {2})", Topic::Unresolved},
    {UnknownSearchSpace, "unknown-search-space", Warning,
     "calling search space \"{0}\" is never defined; used by {1} (uses: {2})", Topic::Unresolved},
    {UnknownRouteList, "unknown-route-list", Warning,
     "route list \"{0}\" is never defined; used by {1} (uses: {2})", Topic::Unresolved},
    {UnknownRouteGroup, "unknown-route-group", Warning,
     "route group \"{0}\" is never defined; used by {1} (uses: {2})", Topic::Unresolved},
    {UnknownGateway, "unknown-gateway", Warning,
     "gateway or trunk \"{0}\" is never defined; used by {1} (uses: {2})", Topic::Unresolved},
    {UnknownTimeSchedule, "unknown-time-schedule", Warning,
     "time schedule \"{0}\" is never defined; used by {1} (uses: {2})", Topic::Unresolved},
    {UnknownTimePeriod, "unknown-time-period", Warning,
     "time period \"{0}\" is never defined; used by {1} (uses: {2})", Topic::Unresolved},
    {UnknownRouteFilter, "unknown-route-filter", Warning,
     "route filter \"{0}\" is never defined; used by {1} (uses: {2})", Topic::Unresolved},
    {UnknownHuntList, "unknown-hunt-list", Warning,
     "hunt list \"{0}\" is never defined; used by {1} (uses: {2})", Topic::Unresolved},
    {UnknownLineGroup, "unknown-line-group", Warning,
     "line group \"{0}\" is never defined; used by {1} (uses: {2})", Topic::Unresolved},
    {UnknownDevicePool, "unknown-device-pool", Warning,
     "device pool \"{0}\" is never defined; used by {1} (uses: {2})", Topic::Unresolved},
    {UnknownLine, "unknown-line", Warning,
     "{1} has line {0}, which is never defined; the phone goes without it", Topic::Unresolved},
    {UnknownGroupMember, "unknown-group-member", Warning,
     "{1} has member {0}, which is never defined; the group goes without it", Topic::Unresolved},
    {UnknownDiscard, "unknown-discard", Warning,
     "{1} names the unknown discard instruction \"{0}\"; NoDigits is taken"},
    {UnknownUsage, "unknown-usage", Error, "{0}: \"{1}\" is no type of pattern, it is left out",
     Topic::Unknown},
    {UnknownValue, "unknown-value", Warning, "{0} \"{1}\" is not known; expected {2}; the default is taken"},
    {NotABoolean, "not-a-boolean", Warning, "{0} is \"{1}\"; expected true or false; the default is taken"},
    {NotANumber, "not-a-number", Warning, "{0} is \"{1}\"; expected a whole number; the default is taken"},
    {OutOfRange, "out-of-range", Warning, "{0} is {1}; expected {2} to {3}; the default is taken"},
    {MaskCharacter, "mask-character", Warning,
     "{0} \"{1}\" holds \"{2}\", which is no digit; the whole mask is ignored"},
    {ExternalMaskTooLong, "external-mask-too-long", Warning,
     "external phone number mask \"{0}\" has {1} characters, at most 24 are legal"},
    {ExternalMaskLiteralEnd, "external-mask-literal-end", Warning,
     "external phone number mask \"{0}\": its X stand at the end"},
    {TwoDestinations, "two-destinations", Warning,
     "{0} names gateway \"{1}\" and route list \"{2}\"; the gateway is taken"},
    {ClauseDisagrees, "clause-disagrees", Warning,
     "css \"{0}\": clause \"{1}\" and members \"{2}\" disagree; the members are taken"},
    {ConflictingValue, "conflicting-value", Warning, "{0}: {1} \"{2}\" is taken, not \"{3}\" of {4}"},
    {DuplicateObject, "duplicate-object", Warning,
     "{0} \"{1}\" is defined twice, first at {2}; where the two differ the first holds"},
    {DuplicatePattern, "duplicate-pattern", Warning,
     "{0} {1} in partition \"{2}\" is defined twice, first at {3}; where the two differ the first holds"},
    {RepeatedElement, "repeated-element", Warning, "<{0}> stands twice in {1}; the first is taken"},
    {UnknownElement, "unknown-element", Note, "<{0}> in <{1}> is not known, it is ignored (times: {2})",
     Topic::Unknown},
    {UnknownObject, "unknown-object", Warning,
     "<{0}> is no object of a dial plan, it is ignored (times: {1})", Topic::Unknown},
    {ObjectNotRead, "object-not-read", Note, "<{0}> plays no part in this build (times: {1})",
     Topic::Unknown},
    {ListWithoutDetail, "list-without-detail", Note,
     "{0} does not say {1} (objects: {2}); the matching get answers do", Topic::Unsaid},
    {BatColumnUnknown, "bat-column-unknown", Note,
     "column \"{0}\" of {1}.csv is not known, it is ignored (columns: {2})", Topic::Unknown},
    {BatHeaderAmbiguous, "bat-header-ambiguous", Warning,
     "the header fits {0}.csv and {1}.csv; it is read as {0}.csv"},
    {BatGroupGap, "bat-group-gap", Warning,
     "\"{0}\" is blank and ends the list, yet \"{1}\" is filled; what stands behind the blank is ignored"},
    {BatFileMissing, "bat-file-missing", Warning,
     "the export names \"{0}\", which is not there; what it holds is missing", Topic::Unsaid},
    {MissingColumn, "missing-column", Warning,
     "there is no column \"{0}\"; every pattern is taken to have \"{1}\" there", Topic::Unsaid},
    {ReportRowsNotRead, "report-rows-not-read", Note, "rows of type \"{0}\" are not read (rows: {1})",
     Topic::Unsaid},
    {SkippedFiles, "skipped-files", Note, "{0} of its files are no dial plan: {1}"},

    {DiscardWithoutDot, "discard-without-dot", Suspicious,
     "{0} has no dot, so {1} discards nothing in front of it"},
    {BlockedWithDestination, "blocked-with-destination", Suspicious,
     "{0} is blocked, so its calls never reach {1}"},
    {CauseWithoutBlock, "cause-without-block", Suspicious,
     "{0} is not blocked, so the release cause \"{1}\" has no effect"},
    {NoDestination, "no-destination", Suspicious, "{0} leads nowhere: it has neither gateway nor route list"},
    {NoHuntList, "no-hunt-list", Suspicious, "{0} leads nowhere: it has no hunt list"},
    {NumberInactive, "number-inactive", Note, "{0} is inactive, so it is no entry of the plan"},
    {SearchSpaceEmpty, "search-space-empty", Suspicious,
     "calling search space \"{0}\" has no partitions, so it reaches <None> only"},
    {SameDigitsTwice, "same-digits-twice", Suspicious,
     "{0} and {2} (at {3}) match the same numbers in partition \"{1}\""},
}};

constexpr bool inOrder() {
  for (std::size_t i = 0; i < kWordings.size(); ++i) {
    if (static_cast<std::size_t>(kWordings[i].code) != i) return false;
  }
  return true;
}
static_assert(inOrder(), "a row for each code, in the order of the enumeration");

const Wording& wordingOf(DiagnosticCode code) { return kWordings[static_cast<std::size_t>(code)]; }

constexpr std::size_t kMaxArguments = 5;
constexpr std::size_t kMaxArgumentLength = 400;

// What comes from a file must neither break the line nor reach the terminal as a command.
std::string printable(std::string_view text) {
  std::size_t end = text.size();
  if (end > kMaxArgumentLength) {
    end = kMaxArgumentLength;
    while (end > 0 && continuesCharacter(text[end])) --end;
  }
  std::string shown;
  for (const char c : text.substr(0, end)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) {
      shown += fmt::format("\\x{:02X}", byte);
    } else {
      shown += c;
    }
  }
  if (end < text.size()) shown += "...";
  return shown;
}

}  // namespace

std::string_view severityName(Severity severity) {
  switch (severity) {
  case Error: return "error";
  case Warning: return "warning";
  case Suspicious: return "suspicious";
  case Note: return "note";
  }
  return "";
}

std::string_view slugOf(DiagnosticCode code) { return wordingOf(code).slug; }

Severity severityOf(DiagnosticCode code) { return wordingOf(code).severity; }

Topic topicOf(DiagnosticCode code) {
  return severityOf(code) == Suspicious ? Topic::Suspicious : wordingOf(code).topic;
}

bool isProblem(const Diagnostic& diagnostic) {
  const Severity severity = severityOf(diagnostic.code);
  return severity == Error || severity == Warning;
}

std::string messageText(const Diagnostic& diagnostic) {
  assert(diagnostic.arguments.size() <= kMaxArguments);
  fmt::dynamic_format_arg_store<fmt::format_context> arguments;
  for (std::size_t i = 0; i < kMaxArguments; ++i) {
    arguments.push_back(i < diagnostic.arguments.size() ? printable(diagnostic.arguments[i]) : std::string());
  }
  std::string text = fmt::vformat(wordingOf(diagnostic.code).text, arguments);
  if (!diagnostic.suggestion.empty())
    text += fmt::format("; did you mean \"{}\"?", printable(diagnostic.suggestion));
  return text;
}

std::string renderDiagnostic(const Diagnostic& diagnostic) {
  const SourcePosition& where = diagnostic.where;
  std::string line = where.file ? printable(*where.file) : "dialscope";
  if (where.line != 0) line += fmt::format(":{}", where.line);
  if (where.line != 0 && where.column != 0) line += fmt::format(":{}", where.column);
  return fmt::format("{}: {}: {} [{}]", line, severityName(severityOf(diagnostic.code)),
                     messageText(diagnostic), slugOf(diagnostic.code));
}

}  // namespace dialscope::report
