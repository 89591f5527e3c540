#include "gui/views/explanation.h"

#include "engine/report/message.h"
#include "engine/report/phrases.h"
#include "gui/models/replay_session.h"

#include <QCoreApplication>

namespace dialscope::gui {
namespace {

constexpr std::size_t kMostDevelopments = 12;

QString words(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

void addRule(QStringList& rules, routing::RuleId rule) {
  const QString id = words(rule);
  if (!id.isEmpty() && !rules.contains(id)) rules.append(id);
}

QString translate(const char* text) { return QCoreApplication::translate("Explanation", text); }

/// `text` as it stands in a Markdown table.
QString cell(QString text) {
  text.replace(u'|', QStringLiteral("\\|"));
  text.replace(u'*', QStringLiteral("\\*"));
  text.replace(u'<', QStringLiteral("\\<"));
  return text;
}

QString code(const QString& text) { return QStringLiteral("`%1`").arg(text); }

/// Why the hops up to `last` were decided, and how the call ended.
QStringList reasons(const plan::Plan& plan, const routing::Trace& trace, std::size_t last, bool settled) {
  QStringList sentences;
  for (std::size_t hop = 0; hop <= last && hop < trace.hops.size(); ++hop) {
    const QString sentence = QString::fromStdString(report::hopSentence(plan, trace, hop));
    if (!sentence.isEmpty()) sentences.append(sentence);
  }
  if (settled) {
    sentences.append(QString::fromStdString(report::fateSentence(plan, trace)) + u'.');
    const QString unused = QString::fromStdString(report::unusedSentence(trace));
    if (!unused.isEmpty()) sentences.append(unused);
  }
  return sentences;
}

QString momentRows(const Answer& answer) {
  const routing::Trace& trace = *answer.trace;
  QString rows = QStringLiteral("| time | key | digits | what happens | rule |\n|---:|---|---|---|---|\n");
  for (const routing::TimelineEntry& moment : trace.timeline) {
    const QString key = moment.key ? code(QString(QLatin1Char(charOf(*moment.key)))) : QString();
    const QString digits = QString::fromStdString(moment.digits.text());
    rows +=
        QStringLiteral("| %1 | %2 | %3 | %4 | %5 |\n")
            .arg(QString::fromStdString(report::seconds(moment.at)), key,
                 digits.isEmpty() ? digits : code(digits),
                 cell(QString::fromStdString(report::momentPhrase(answer.workspace->plan(), trace, moment))),
                 words(moment.rule));
  }
  return rows;
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
  if (!request.from.empty()) return QString::fromStdString(request.from);
  if (request.partitions) return QString::fromStdString(*request.partitions);
  QStringList names;
  for (const std::string& name : request.searchSpaces) names.append(QString::fromStdString(name));
  return names.isEmpty() ? QStringLiteral("<None>") : names.join(QStringLiteral(", "));
}

Explanation explanationAt(const ReplaySession& session, std::size_t lane) {
  Explanation explanation;
  const Answer& answer = session.answer(lane);
  if (answer.refusal) {
    explanation.headline = QString::fromStdString(report::messageText(*answer.refusal));
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
      const bool won = candidate.verdict == routing::Verdict::Selected && decided;
      const bool beaten = candidate.verdict == routing::Verdict::Beaten;
      const bool leftBehind = view.settled && candidate.verdict == routing::Verdict::NeedsMoreDigits;
      if (!diedNow && !won && !beaten && !leftBehind) continue;
      if (explanation.developments.size() == kMostDevelopments) {
        ++explanation.moreDevelopments;
        continue;
      }
      addRule(explanation.rules, candidate.rule);
      explanation.developments.push_back(
          {words(report::verdictSign(plan, candidate)),
           QString::fromStdString(report::patternInPartition(plan, candidate.entry)),
           QString::fromStdString(report::verdictPhrase(plan, *race, candidate))});
    }
  }
  return explanation;
}

QString explanationMarkdown(const ReplaySession& session) {
  const QString dialed = QString::fromStdString(session.request().digits);
  QString page = QStringLiteral("# %1\n\n")
                     .arg(dialed.isEmpty()
                              ? translate("A call without digits, from %1").arg(cell(originWords(session)))
                              : translate("%1 dialed from %2").arg(code(dialed), cell(originWords(session))));
  const QString plan = session.plan().paths.join(QStringLiteral(", "));
  if (!plan.isEmpty()) page += translate("Plan: %1").arg(code(plan)) + QStringLiteral("\n\n");
  if (!session.divergence().sentence.isEmpty())
    page += session.divergence().sentence + QStringLiteral("\n\n");
  for (std::size_t lane = 0; lane < session.laneCount(); ++lane) {
    const Answer& answer = session.answer(lane);
    page += QStringLiteral("## %1\n\n").arg(laneName(session, lane));
    if (!answer.trace) {
      if (answer.refusal)
        page += QString::fromStdString(report::messageText(*answer.refusal)) + QStringLiteral("\n\n");
      continue;
    }
    const routing::Trace& trace = *answer.trace;
    const plan::Plan& names = answer.workspace->plan();
    for (const QString& sentence : reasons(names, trace, trace.hops.size(), true)) {
      page += QStringLiteral("- %1\n").arg(cell(sentence));
    }
    for (const routing::RuleId rule : trace.assumed) {
      page += QStringLiteral("- %1\n").arg(
          translate("%1 is an assumed rule: its other reading would change this answer.").arg(words(rule)));
    }
    for (const routing::Unmodelled& one : trace.unmodelled) {
      page += QStringLiteral("- %1\n").arg(
          translate("Not modelled: %1").arg(cell(QString::fromStdString(report::effectOf(one)))));
    }
    page += u'\n' + momentRows(answer) + u'\n';
    for (std::size_t hop = 0; hop < trace.hops.size(); ++hop) {
      page += translate("Hop %1, %2 looked up:")
                  .arg(hop + 1)
                  .arg(code(QString::fromStdString(trace.hops[hop].digits.text()))) +
              QStringLiteral("\n\n| | pattern | how it fared | rule |\n|---|---|---|---|\n");
      std::size_t rows = 0;
      for (const routing::Candidate& candidate : trace.hops[hop].candidates) {
        if (++rows > 4 * kMostDevelopments) {
          page += QStringLiteral("| … | %1 | | |\n").arg(trace.hops[hop].candidates.size() - rows + 1);
          break;
        }
        page +=
            QStringLiteral("| %1 | %2 | %3 | %4 |\n")
                .arg(words(report::verdictSign(names, candidate)),
                     cell(QString::fromStdString(report::patternInPartition(names, candidate.entry))),
                     cell(QString::fromStdString(report::verdictPhrase(names, trace.hops[hop], candidate))),
                     words(candidate.rule));
      }
      page += u'\n';
    }
  }
  return page;
}

}  // namespace dialscope::gui
