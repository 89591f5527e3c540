#include "engine/report/call.h"
#include "engine/report/phrases.h"
#include "engine/report/table.h"

#include <fmt/format.h>

#include <algorithm>

namespace dialscope::report {
namespace {

using routing::Candidate;
using routing::Fate;
using routing::Hop;
using routing::Trace;
using routing::Verdict;

/// Rows of one hop's candidates that are shown; JSON has all of them.
constexpr std::size_t kMostCandidates = 12;

Ink verdictInk(Verdict verdict) {
  switch (verdict) {
  case Verdict::Selected: return Ink::Good;
  case Verdict::Beaten: return Ink::Warn;
  case Verdict::NeedsMoreDigits: return Ink::Accent;
  default: return Ink::Faint;
  }
}

/// Partitions of a search list that are named; `inspect --list css` names all.
constexpr std::size_t kMostPartitions = 16;

std::string searched(const plan::Plan& plan, const std::vector<plan::PartitionId>& partitions) {
  std::string names;
  const std::size_t shown = std::min(partitions.size(), kMostPartitions);
  for (std::size_t i = 0; i < shown; ++i) names += at(plan.partitions, partitions[i]).name + " : ";
  if (partitions.size() > shown) names += fmt::format("… {} more … : ", partitions.size() - shown);
  return names.append(plan::kNoneName);
}

std::string_view modeWords(routing::DialMode mode) {
  switch (mode) {
  case routing::DialMode::DigitByDigit: return "keyed digit by digit";
  case routing::DialMode::Bloc: return "sent en bloc";
  case routing::DialMode::BlocWait: return "sent en bloc, T302 applies";
  }
  return "";
}

class CallText {
 public:
  CallText(const plan::Plan& plan, const Trace& trace, const Style& style)
      : plan_(plan),
        trace_(trace),
        style_(style) {}

  std::string print(const std::optional<routing::WhyNot>& whyNot) {
    request();
    unmodelled();
    answer();
    for (std::size_t i = 0; i < trace_.hops.size(); ++i) hop(i);
    timeline();
    if (whyNot) section("Why not", {whyNotSentence(plan_, trace_, *whyNot)});
    assumed();
    return std::move(text_);
  }

 private:
  const plan::Entry& entryOf(plan::EntryId id) const { return at(plan_.entries, id); }

  void line(std::string_view text = {}) { text_ += std::string(text) + '\n'; }
  void paragraph(std::string_view text) { line(wrapped(text, style_.width, "  ")); }
  void heading(std::string_view text) {
    line();
    line(style_.paint(Ink::Strong, text));
  }
  void section(std::string_view title, const std::vector<std::string>& paragraphs) {
    heading(title);
    for (const std::string& text : paragraphs) paragraph(text);
  }

  void request() {
    const routing::Call& call = trace_.call;
    const std::string& digits = call.dialed.text;
    std::string text =
        fmt::format("{}, {}", digits.empty() ? "off-hook, no key" : digits, modeWords(call.mode));
    if (!call.dialed.keys.empty()) text += fmt::format(", {} a key", seconds(call.gap));
    if (!call.origin.calling.empty()) text += ", from " + call.origin.calling.text();
    text += fmt::format(", T302 {}", seconds(routing::interdigitTimeoutOf(plan_, call)));
    line(style_.paint(Ink::Faint, text));
    line(style_.paint(Ink::Faint,
                      wrapped("search list: " + searched(plan_, call.origin.partitions), style_.width, "")));
  }

  void unmodelled() {
    if (trace_.unmodelled.empty()) return;
    line();
    for (const auto& one : trace_.unmodelled) {
      line(style_.paint(Ink::Warn, wrapped(unmodelledPhrase(one), style_.width, "  ")));
    }
  }

  void answer() {
    line();
    line(style_.paint(fateInk(trace_.fate), fateSentence(plan_, trace_)));
    const Hop& last = trace_.last();
    if (trace_.fate == Fate::Loop) {
      paragraph("Ten translations are made, the eleventh is refused (DA-57).");
    } else if (trace_.hops.size() == 1 || !last.entry) {
      paragraph(hopSentence(plan_, trace_, trace_.hops.size() - 1));
    } else {
      paragraph(fmt::format("{} translation{} on the way, then {} took it.", trace_.hops.size() - 1,
                            trace_.hops.size() == 2 ? "" : "s", patternInPartition(plan_, *last.entry)));
      paragraph(hopSentence(plan_, trace_, trace_.hops.size() - 1));
      if (trace_.waited > last.waited)
        paragraph(fmt::format("{} in all were waiting for T302.", seconds(trace_.waited)));
    }
    if (trace_.emergency) paragraph("This is an emergency call.");
    if (!trace_.unused.empty()) paragraph(unusedSentence(trace_));
    const std::string& before = trace_.call.origin.calling.text();
    if (trace_.fate == Fate::Routed && last.calling.text() != before) {
      paragraph(
          fmt::format("The caller is shown as {}.", last.calling.empty() ? "nobody" : last.calling.text()));
    }
  }

  void hop(std::size_t index) {
    const Hop& hop = trace_.hops[index];
    const std::string digits = hop.digits.empty() ? "the empty string" : hop.digits.text();
    heading(fmt::format("Hop {}: {}{}", index + 1, hop.byCallingParty ? "calling number " : "", digits));
    if (index > 0) {
      const bool phones = hop.partitions == trace_.call.origin.partitions;
      paragraph("searched: " +
                (phones ? std::string("the caller's own list") : searched(plan_, hop.partitions)));
    }
    candidates(hop);
    if (trace_.hops.size() > 1) paragraph(hopSentence(plan_, trace_, index));
    for (const routing::RewriteStep& step : hop.steps) {
      paragraph(fmt::format(
          "{} {} {} gives {}",
          step.party == routing::Party::Called ? "called:" : "calling:", routing::name(step.operation),
          step.with.empty() ? "(none)" : step.with, step.number.empty() ? "nothing" : step.number.text()));
    }
  }

  void candidates(const Hop& hop) {
    if (hop.candidates.empty())
      return paragraph(hop.digits.empty() ? "no key yet" : "no pattern begins like this");
    Table table;
    table.add({{""},
               {"pattern", Ink::Faint},
               {"partition", Ink::Faint},
               {"kind", Ink::Faint},
               {fmt::format("strings of {}", hop.digits.size()), Ink::Faint},
               {"", Ink::Faint}});
    const std::size_t shown = std::min(hop.candidates.size(), kMostCandidates);
    for (std::size_t i = 0; i < shown; ++i) {
      const Candidate& candidate = hop.candidates[i];
      const plan::Entry& entry = entryOf(candidate.entry);
      const Ink ink = candidate.verdict == Verdict::Dropped ? Ink::Faint : Ink::Plain;
      table.add({{std::string(verdictSign(plan_, candidate)), verdictInk(candidate.verdict)},
                 {entry.pattern.text.empty() ? "(empty)" : entry.pattern.text, ink},
                 {partitionName(plan_, entry.partition), ink},
                 {std::string(kindWords(entry.kind)), ink},
                 {candidate.count ? candidate.count->str() : "?", ink},
                 {verdictPhrase(plan_, hop, candidate), verdictInk(candidate.verdict)}});
    }
    text_ += table.print(style_, "  ");
    if (hop.candidates.size() > shown) {
      line(style_.paint(Ink::Faint, fmt::format("  … and {} more that lost; --format json lists all",
                                                hop.candidates.size() - shown)));
    }
  }

  void timeline() {
    heading("Key by key");
    Table table;
    for (const auto& moment : trace_.timeline) {
      const bool end = moment.state >= routing::State::Translated;
      table.add({{seconds(moment.at)},
                 {moment.key ? std::string(1, charOf(*moment.key)) : "", Ink::Strong},
                 {moment.digits.text()},
                 {momentPhrase(plan_, trace_, moment), end ? Ink::Plain : Ink::Faint},
                 {moment.rule.empty() ? "" : std::string(moment.rule), Ink::Faint}});
    }
    for (const char key : trace_.unused)
      table.add({{""}, {std::string(1, key), Ink::Faint}, {""}, {"not heard", Ink::Faint}});
    text_ += table.print(style_, "  ");
  }

  void assumed() {
    if (trace_.assumed.empty()) return;
    heading("Assumed");
    paragraph(
        "Nobody has published the following rules, and read another way they would give another answer:");
    for (const routing::RuleId rule : trace_.assumed) {
      const auto all = routing::switches();
      const auto found =
          std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.rule == rule; });
      if (found == all.end()) {
        paragraph(
            fmt::format("{}  equal counts inside one partition: the pattern written first is taken", rule));
        continue;
      }
      std::string others;
      for (std::size_t i = 0; i < found->readingCount(); ++i) {
        if (i == found->get(trace_.call.assume)) continue;
        others +=
            fmt::format("{}--assume {}={}", others.empty() ? "" : " or ", found->key, found->readings[i]);
      }
      paragraph(fmt::format("{}  {}={} is taken here; try {}", rule, found->key,
                            found->readings[found->get(trace_.call.assume)], others));
    }
  }

  const plan::Plan& plan_;
  const Trace& trace_;
  const Style& style_;
  std::string text_;
};

}  // namespace

std::string callText(const plan::Plan& plan, const Trace& trace, const Style& style,
                     const std::optional<routing::WhyNot>& whyNot) {
  return CallText(plan, trace, style).print(whyNot);
}

}  // namespace dialscope::report
