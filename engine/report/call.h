// One call in words: for people (pretty) and for programs (JSON, schema dialscope/call/1).
//
// Everything that a call's answer says is worded here; the trace holds facts only. docs/commands/dial.md describes
// both forms, docs/schema/call.schema.json the second.
#pragma once

#include "engine/report/style.h"
#include "engine/routing/explain_call.h"
#include "engine/routing/race.h"

#include <optional>
#include <string>
#include <string_view>

namespace dialscope::report {

/// The JSON object of one call, ended by a newline. `whyNot`, if given, adds the member of that name.
std::string callJson(const plan::Plan& plan, const routing::Trace& trace,
                     const std::optional<routing::WhyNot>& whyNot = {});

/// The same object on one line, for streams; Detail::Answer leaves `timeline` and `candidates` out. `name`, if any,
/// goes in front.
std::string callLine(const plan::Plan& plan, const routing::Trace& trace, routing::Detail detail,
                     std::string_view name = {});

/// In place of a call that could not be made, on one line: {"schema": "dialscope/error/1", "line", "error", "code"}.
std::string errorLine(const Diagnostic& problem, std::size_t line, std::string_view name = {});

/// The answer as a person reads it in a terminal.
std::string callText(const plan::Plan& plan, const routing::Trace& trace, const Style& style,
                     const std::optional<routing::WhyNot>& whyNot = {});

/// The same digits keyed one by one and sent en bloc.
struct Replay {
  routing::Trace keyed;
  routing::Trace bloc;
};

/// Where two lanes part.
struct Parting {
  std::optional<std::size_t> key;  ///< keys heard when they part, 0 = off-hook; none = both end alike
  std::string sentence;            ///< why, or what the agreement costs in seconds
};

Parting partingOf(const plan::Plan& plan, const Replay& replay);

/// A call and the plan that answered it. Keeps references.
struct AnsweredCall {
  const plan::Plan& plan;
  const routing::Trace& trace;
};

/// Where two answers to the same digits part: of two modes, of two plans, or of both. The first one is followed: `key`
/// counts the keys that it has heard.
Parting partingOf(const AnsweredCall& first, const AnsweredCall& second);

/// Both lanes and where they part: {"schema": "dialscope/replay/1", "parted", "sentence", "lanes": [call, call]}.
std::string replayJson(const plan::Plan& plan, const Replay& replay);

/// Both lanes side by side, key by key, and where they part.
std::string replayText(const plan::Plan& plan, const Replay& replay, const Style& style);

}  // namespace dialscope::report
