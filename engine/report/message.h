// The words of a diagnostic. One table says for each code its slug, its severity, its text and what it is about.
//
//   renderDiagnostic(d);
//   // plan.xml:7:21: warning: partition "Interal" is never defined; used by routePattern 9.@ (uses: 3); did you mean
//   // "Internal"? [unknown-partition]
//
// Nothing here prints, and nothing here decides an exit status.
#pragma once

#include "engine/base/diagnostic.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace dialscope::report {

/// Error: something was left out of the plan. Warning: it was read, but probably not as it was meant. Suspicious: it
/// was read as it is written, but is seldom meant so; `inspect` alone shows it. Note: worth knowing.
enum class Severity : std::uint8_t { Error, Warning, Suspicious, Note };

/// What a message is about, in the order of a report: input of which nothing is in the plan (a file, a table, a row), a
/// value, a name that leads nowhere, what is seldom meant, what nobody knows, what a source leaves open.
enum class Topic : std::uint8_t { Unread, Wrong, Unresolved, Suspicious, Unknown, Unsaid };

/// "error", "warning", "suspicious", "note".
std::string_view severityName(Severity severity);

/// The stable name of a code in messages: "unknown-partition".
std::string_view slugOf(DiagnosticCode code);

Severity severityOf(DiagnosticCode code);

Topic topicOf(DiagnosticCode code);

/// Whether it is an error or a warning: worth saying unasked.
bool isProblem(const Diagnostic& diagnostic);

/// What is wrong in words, without place and slug.
std::string messageText(const Diagnostic& diagnostic);

/// One line without its end: `file:line:column: severity: text [slug]`. Line and column are left out where they are
/// 0; without a file `dialscope` stands in its place. What comes from a file is cut to a bearable length, control
/// characters in it are spelt out.
std::string renderDiagnostic(const Diagnostic& diagnostic);

}  // namespace dialscope::report
