#include "gui/views/explanation.h"

#include "engine/report/phrases.h"
#include "gui/models/problems_model.h"
#include "gui/models/replay_session.h"
#include "gui/models/text.h"

#include <QCoreApplication>

namespace dialscope::gui {
namespace {

constexpr std::size_t kMostDevelopments = 12;
constexpr std::size_t kMostRowsOfRace = 40;

void addRule(QStringList& rules, routing::RuleId rule) {
  const QString id = text(rule);
  if (!id.isEmpty() && !rules.contains(id)) rules.append(id);
}

QString translate(const char* text) { return QCoreApplication::translate("Explanation", text); }

/// Why the hops up to `last` were decided, and how the call ended.
QStringList reasons(const plan::Plan& plan, const routing::Trace& trace, std::size_t last, bool settled) {
  QStringList sentences;
  for (std::size_t hop = 0; hop <= last && hop < trace.hops.size(); ++hop) {
    const QString sentence = text(report::hopSentence(plan, trace, hop));
    if (!sentence.isEmpty()) sentences.append(sentence);
  }
  if (settled) {
    sentences.append(text(report::fateSentence(plan, trace)) + u'.');
    const QString unused = text(report::unusedSentence(trace));
    if (!unused.isEmpty()) sentences.append(unused);
  }
  return sentences;
}

void addMoments(Document& page, const Answer& answer) {
  const routing::Trace& trace = *answer.trace;
  std::vector<std::vector<Line>> rows;
  for (const routing::TimelineEntry& moment : trace.timeline) {
    const QString key = moment.key ? QString(QLatin1Char(charOf(*moment.key))) : QString();
    rows.push_back({{{text(report::seconds(moment.at))}},
                    {{key, true}},
                    {{text(moment.digits.text()), true}},
                    {{text(report::momentPhrase(answer.workspace->plan(), trace, moment))}},
                    {{text(moment.rule)}}});
  }
  page.table({{{translate("time")}},
              {{translate("key")}},
              {{translate("digits")}},
              {{translate("what happens")}},
              {{translate("rule")}}},
             std::move(rows));
}

void addRace(Document& page, const plan::Plan& plan, const routing::Hop& hop) {
  std::vector<std::vector<Line>> rows;
  for (const routing::Candidate& candidate : hop.candidates) {
    if (rows.size() == kMostRowsOfRace) break;
    const plan::Entry& entry = at(plan.entries, candidate.entry);
    rows.push_back({{{text(report::verdictSign(plan, candidate))}},
                    {{text(entry.pattern.text), true}},
                    {{text(report::partitionName(plan, entry.partition))}},
                    {{text(report::verdictPhrase(plan, hop, candidate))}},
                    {{text(candidate.rule)}}});
  }
  const std::size_t more = hop.candidates.size() - rows.size();
  page.table({{},
              {{translate("pattern")}},
              {{translate("partition")}},
              {{translate("how it fared")}},
              {{translate("rule")}}},
             std::move(rows));
  if (more > 0) page.paragraph({{translate("and %1 more patterns").arg(more)}});
}

}  // namespace

QString laneName(const ReplaySession& session, std::size_t lane) {
  const Lane& asked = session.lanes()[lane];
  QString name;
  switch (asked.mode) {
  case routing::DialMode::DigitByDigit: name = translate("Keyed digit by digit"); break;
  case routing::DialMode::Bloc: name = translate("Sent en bloc"); break;
  case routing::DialMode::BlocWait: name = translate("En bloc, then keyed"); break;
  }
  bool twoPlans = false;
  for (const Lane& other : session.lanes()) twoPlans = twoPlans || other.plan != asked.plan;
  return twoPlans
             ? translate("%1, plan %2").arg(name, asked.plan == 0 ? QStringLiteral("A") : QStringLiteral("B"))
             : name;
}

QString originWords(const ReplaySession& session) {
  const workspace::CallRequest& request = session.request();
  if (!request.from.empty()) return text(request.from);
  if (request.partitions) return text(*request.partitions);
  QStringList names;
  for (const std::string& name : request.searchSpaces) names.append(text(name));
  return names.isEmpty() ? text(plan::kNoneName) : names.join(QStringLiteral(", "));
}

Explanation explanationAt(const ReplaySession& session, std::size_t lane) {
  Explanation explanation;
  const Answer& answer = session.answer(lane);
  if (answer.refusal) {
    explanation.headline = problemText(*answer.refusal);
    return explanation;
  }
  if (!answer.trace) return explanation;
  const plan::Plan& plan = answer.workspace->plan();
  const routing::Trace& trace = *answer.trace;
  const LaneView& view = session.view(lane);
  explanation.headline = view.sentence;
  addRule(explanation.rules, view.rule);
  const bool decided = view.state >= routing::State::Translated;
  if (view.moment && (decided || view.settled)) {
    explanation.sentences = reasons(plan, trace, view.hop, view.settled);
    for (std::size_t hop = 0; hop <= view.hop; ++hop) {
      addRule(explanation.rules, trace.hops[hop].decidedBy);
      addRule(explanation.rules, trace.hops[hop].selectedBy);
    }
  }
  if (view.settled) {
    for (const routing::RuleId rule : trace.assumed) {
      addRule(explanation.rules, rule);
      addRule(explanation.assumed, rule);
    }
  }
  if (const routing::Hop* race = session.race(lane)) {
    for (const routing::Candidate& candidate : race->candidates) {
      const bool diedNow = candidate.diedAt && *candidate.diedAt == race->digits.size();
      const bool beaten = candidate.verdict == routing::Verdict::Beaten;
      const bool leftBehind = view.settled && candidate.verdict == routing::Verdict::NeedsMoreDigits;
      if (!diedNow && !beaten && !leftBehind) continue;
      if (explanation.developments.size() == kMostDevelopments) {
        ++explanation.moreDevelopments;
        continue;
      }
      addRule(explanation.rules, candidate.rule);
      explanation.developments.push_back({text(report::verdictSign(plan, candidate)),
                                          text(report::patternInPartition(plan, candidate.entry)),
                                          text(report::verdictPhrase(plan, *race, candidate))});
    }
  }
  return explanation;
}

Document explanationOf(const ReplaySession& session) {
  Document page;
  const QString dialed = text(session.request().digits);
  const QString origin = originWords(session);
  page.heading(1, dialed.isEmpty() ? Line{{translate("A call without digits, from %1").arg(origin)}}
                                   : Line{{dialed, true}, {translate(" dialed from %1").arg(origin)}});
  const QString plan = session.plan().paths.join(QStringLiteral(", "));
  if (!plan.isEmpty()) page.paragraph({{translate("Plan: ")}, {plan, true}});
  if (!session.divergence().sentence.isEmpty()) page.paragraph({{session.divergence().sentence}});
  for (std::size_t lane = 0; lane < session.laneCount(); ++lane) {
    const Answer& answer = session.answer(lane);
    page.heading(2, {{laneName(session, lane)}});
    if (answer.refusal) page.paragraph({{problemText(*answer.refusal)}});
    if (!answer.trace) continue;
    const routing::Trace& trace = *answer.trace;
    const plan::Plan& names = answer.workspace->plan();
    for (const QString& sentence : reasons(names, trace, trace.hops.size(), true)) page.item({{sentence}});
    for (const routing::RuleId rule : trace.assumed) {
      page.item({{translate("%1 is an assumed rule: its other reading would change this answer.")
                      .arg(text(rule))}});
    }
    for (const routing::Unmodelled& one : trace.unmodelled) {
      page.item({{translate("Not applied: %1").arg(text(report::effectOf(one)))}});
    }
    addMoments(page, answer);
    for (std::size_t hop = 0; hop < trace.hops.size(); ++hop) {
      page.heading(
          3, {{translate("Hop %1, looked up: ").arg(hop + 1)}, {text(trace.hops[hop].digits.text()), true}});
      addRace(page, names, trace.hops[hop]);
    }
  }
  return page;
}

}  // namespace dialscope::gui
