// What is wrong with a text, and where. Reading goes on after a diagnostic and yields the best plan it can; an
// operation that cannot deliver returns a Result instead (result.h).
//
//   diagnostics.push_back({DiagnosticCode::UnknownPartition, where, {"Interal"}, "Internal"});
//
// A diagnostic is facts. Its severity, stable slug and sentence stand in one table, engine/report/message.cpp; only what no
// table can list, a parser's reason or what was found and expected, is worded where it is known, as a phrase in that
// sentence.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dialscope {

/// The one string that says `name`; it stays as long as the program does, and any thread may ask for it. A large plan has
/// a place in a file for each of its entries, made side by side: a name whose users are counted would be what all wait
/// for.
const std::string* fileNamed(std::string_view name);

/// A place in a text. Lines and columns count from 1; 0 = the file as a whole. Columns count bytes.
struct SourcePosition {
  const std::string* file =
      nullptr;  ///< name as the user gave it (fileNamed); null = no file (a command line)
  std::size_t line = 0;
  std::size_t column = 0;
};

/// "plan.xml:17:9"; without a file ":0:0".
std::string placeText(const SourcePosition& where);

/// Every kind of problem in a text, by what is wrong. The slug that users see is the same words in kebab-case.
enum class DiagnosticCode {
  // Input that cannot be read (exit status 3 when nothing else can be)
  FileNotFound,          ///< {}
  FileUnreadable,        ///< {system's reason}
  FileTooLarge,          ///< {size or "more", limit} in bytes
  WrongEncoding,         ///< {encoding}
  InvalidUtf8,           ///< {offending byte, as 0xNN}
  NotAPlan,              ///< {what was found}
  NoPlan,                ///< {} nothing among the inputs is a plan
  XmlMalformed,          ///< {parser's reason}
  SoapFault,             ///< {faultstring}
  ArchiveDamaged,        ///< {reason, how many files were read}
  ArchiveTooLarge,       ///< {limit}
  ArchiveMemberRefused,  ///< {member, what it is}
  // A call that is asked for wrongly (exit status 2)
  NoSuchSearchSpace,      ///< {name}
  SearchSpaceNotDefined,  ///< {name} something of the plan names it, and that is all
  NoSuchPartition,        ///< {name}
  NoSuchOrigin,           ///< {name}
  NoSuchLineButton,       ///< {device, button, lines it has}
  OriginNotALine,         ///< {pattern, its kind}
  OriginAmbiguous,        ///< {pattern, its partitions}
  NoSuchPattern,          ///< {pattern}
  PatternLeftOut,         ///< {pattern} with `@`: read, and not matched by this build
  PatternLearned,         ///< {pattern} of another cluster: the same
  OriginTwice,            ///< {option, other option}
  OriginWithoutNumber,    ///< {pattern} of a line that takes many numbers
  NoSuchMode,             ///< {mode}
  NoSuchSwitch,           ///< {key}
  NoSuchReading,          ///< {key, reading, readings}
  SwitchTwice,            ///< {key, reading, other reading}
  SwitchNotYet,           ///< {key}
  SwitchMalformed,        ///< {text}
  NumberCharacter,        ///< {what, text, character, expected characters}
  DialStringCharacter,    ///< {character, dial string}
  DialStringTooLong,      ///< {keys, most}
  T302Range,              ///< {milliseconds, lowest, highest} warning
  NoOrigin,               ///< {search spaces} one of them might be the caller's
  // A change of a plan, or a plan to be hidden, that cannot be carried out
  NoSuchObject,        ///< {object}
  NoSuchField,         ///< {field, object}
  CannotHidePlan,      ///< {pattern} it has `@`, which means other digits than those it shows
  CannotHideLength,    ///< {pattern} with other digits it would be too long
  CannotHideSpelling,  ///< {pattern} with other digits it would be spelled like another of its partition
  HiddenWithout,       ///< {object} left out of a hidden plan: nobody knows what its text says
  // A line of calls to make (`batch`)
  LineTooLong,       ///< {most bytes}
  CsvQuoteUnclosed,  ///< {}
  CsvQuoteStray,     ///< {} text behind a closing quote
  CsvTooManyCells,   ///< {cells, columns}
  CsvRaggedRow,      ///< {cells, columns} of a table of objects
  CsvMoreRows,       ///< {how many} that are wrong as well
  UnknownColumn,     ///< {column}
  ColumnNotYet,      ///< {column}
  CellUnreadable,    ///< {column, text, expected}
  LinesRefused,      ///< {how many, of how many} warning
  // A plan that is written (`convert`)
  WouldOverwrite,    ///< {file} one of those that were read
  ObjectNotWritten,  ///< {object, first key, how often} warning
  FileLeftBehind,    ///< {file of an earlier export} warning
  NotWritten,        ///< {object and field, value that comes back, value, first key, how often} warning
  // A suite of expectations (`test`)
  NotASuite,          ///< {what was found}
  DuplicateColumn,    ///< {column}
  SuiteEmpty,         ///< {} warning
  RowExpectsNothing,  ///< {} warning
  DuplicateRowName,   ///< {name, first line} warning
  RowWithoutPlan,     ///< {}
  FileUnwritable,     ///< {system's reason}
  // JSON, and what is written in it
  JsonMalformed,  ///< {parser's reason}
  NotALesson,     ///< {what was found}
  UnknownMember,  ///< {member, object}
  MissingMember,  ///< {member, object}
  LessonChoices,  ///< {how many are right} of a question that wants one
  // A pattern's text (DA-01 … DA-14)
  PatternEmpty,           ///< {} the empty pattern where it is not legal (DA-11)
  PatternTooLong,         ///< {length}
  PatternCharacter,       ///< {character}
  PatternSpace,           ///< {}
  PatternHyphen,          ///< {}
  PatternLowerCase,       ///< {character, upper-case character}
  PatternSecondDot,       ///< {}
  PatternSecondAt,        ///< {}
  PatternBarePlus,        ///< {} `+` with nothing to repeat
  PatternBareRepeat,      ///< {character} `?` with nothing to repeat
  PatternBackslash,       ///< {} `\` not followed by `+`
  PatternSetUnclosed,     ///< {}
  PatternSetEmpty,        ///< {}
  PatternSetCharacter,    ///< {character}
  PatternSetRange,        ///< {range}
  PatternSetCaret,        ///< {} `^` elsewhere than right after `[`
  PatternSecondCaret,     ///< {} DA-12: one `^` per pattern
  PatternBracketStray,    ///< {} `]` without `[`
  PatternCaretStray,      ///< {} `^` outside of brackets
  PatternRepeatTwice,     ///< {spelling, counts as} warning
  PatternMatchesNothing,  ///< {pattern} warning
  // A table of the database, as `run sql` prints it or executeSQLQuery answers it
  TableHeaderNotCut,      ///< {} the ruler does not fit the column names
  TableRulerWrapped,      ///< {}
  TableLineNotCut,        ///< {line of the ruler}
  TablePagerPrompt,       ///< {}
  TableTextBehind,        ///< {lines} text that is neither row nor prompt
  StatementWithoutTable,  ///< {}
  RowUneven,              ///< {column that the first row does not have}
  TableNotKnown,          ///< {columns}
  TableColumnUnknown,     ///< {column, table}
  TableColumnAmbiguous,   ///< {column, table}
  JoinFindsNothing,       ///< {column, table, how often}
  PatternKindUnsaid,      ///< {rows}
  TableSaysLess,          ///< {table, what it lacks, rows}
  NumbersUnconfirmed,     ///< {table, column of numbers, table that has their words, rows}
  AlternateLinesUnsaid,   ///< {table, alternate numbers}
  // A plan's values and names
  PatternMissing,          ///< {object}
  NameMissing,             ///< {object}
  UnknownPartition,        ///< {name, first user, how many uses}
  UnknownSearchSpace,      ///< {name, first user, how many uses}
  UnknownRouteList,        ///< {name, first user, how many uses}
  UnknownRouteGroup,       ///< {name, first user, how many uses}
  UnknownGateway,          ///< {name, first user, how many uses}
  UnknownTimeSchedule,     ///< {name, first user, how many uses}
  UnknownTimePeriod,       ///< {name, first user, how many uses}
  UnknownRouteFilter,      ///< {name, first user, how many uses}
  UnknownHuntList,         ///< {name, first user, how many uses}
  UnknownLineGroup,        ///< {name, first user, how many uses}
  UnknownDevicePool,       ///< {name, first user, how many uses}
  UnknownLine,             ///< {pattern@partition, phone}
  UnknownGroupMember,      ///< {pattern@partition, line group}
  UnknownDiscard,          ///< {name, used by}
  UnknownUsage,            ///< {object, usage}
  UnknownValue,            ///< {element, value, expected}
  NotABoolean,             ///< {element, value}
  NotANumber,              ///< {element, value}
  OutOfRange,              ///< {element, value, lowest, highest}
  MaskCharacter,           ///< {element, mask, character}
  ExternalMaskTooLong,     ///< {mask, length}
  ExternalMaskLiteralEnd,  ///< {mask} DA-65 wants its X at the end
  TwoDestinations,         ///< {pattern, gateway, route list}
  ClauseDisagrees,         ///< {search space, clause, members}
  ConflictingValue,        ///< {object, element, value taken, value dropped, its place}
  DuplicateObject,         ///< {object, name, first place}
  DuplicatePattern,        ///< {object, pattern, partition, first place}
  RepeatedElement,         ///< {element, object}
  UnknownElement,          ///< {element, object, how often}
  UnknownObject,           ///< {element, how often} in a hand-written plan
  ObjectNotRead,           ///< {element, how often} in an AXL answer
  ListWithoutDetail,       ///< {operation, what it lacks, how many objects}
  BatColumnUnknown,        ///< {column or "...", file, how many columns}
  BatHeaderAmbiguous,      ///< {file it is taken for, other file}
  BatGroupGap,             ///< {blank column, filled column}
  BatFileMissing,          ///< {file}
  MissingColumn,           ///< {column, what is taken for each row}
  ReportRowsNotRead,       ///< {type, how many}
  SkippedFiles,            ///< {how many, names}
  // What is legal and yet seldom meant (`inspect`)
  DiscardWithoutDot,       ///< {pattern, instruction}
  BlockedWithDestination,  ///< {pattern, destination}
  CauseWithoutBlock,       ///< {pattern, cause}
  NoDestination,           ///< {pattern}
  NoHuntList,              ///< {pattern}
  NumberInactive,          ///< {line}
  SearchSpaceEmpty,        ///< {search space}
  SameDigitsTwice,         ///< {kind and pattern, partition, kind and pattern of the other, its place}
};

inline constexpr std::size_t kDiagnosticCodeCount =
    static_cast<std::size_t>(DiagnosticCode::SameDigitsTwice) + 1;

struct Diagnostic {
  DiagnosticCode code;
  SourcePosition where;
  std::vector<std::string> arguments;  ///< what the code's comment lists
  std::string suggestion;              ///< "did you mean …", empty for none
};

using Diagnostics = std::vector<Diagnostic>;

}  // namespace dialscope
