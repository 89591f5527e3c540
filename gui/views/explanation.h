// What the window says about a call, gathered for one place: the panel that says why, the copied Markdown, the exported
// report. Every sentence is a phrase of engine/report; nothing is worded or decided here but headings.
//
//   const Explanation now = explanationAt(session, 0);
//   now.sentences.front();      // "7XXX is urgent: it takes the call at once, although … (DA-33)."
#pragma once

#include "gui/views/document.h"

#include <QString>
#include <QStringList>
#include <cstddef>
#include <vector>

namespace dialscope::gui {

class ReplaySession;

/// A pattern that this step has put out, or one that took the call.
struct Development {
  QString sign;     ///< report::verdictSign
  QString pattern;  ///< "8XXX in Internal"
  QString words;    ///< report::verdictPhrase
};

/// One lane at the step that is looked at.
struct Explanation {
  QString headline;                       ///< report::momentPhrase
  QStringList sentences;                  ///< why; empty while nothing is decided
  std::vector<Development> developments;  ///< what this step changed, at most a dozen
  std::size_t moreDevelopments = 0;       ///< how many are left out
  QStringList rules;                      ///< ids, those that decided first
  QStringList assumed;                    ///< of these, the ones whose other reading would change the answer
};

Explanation explanationAt(const ReplaySession& session, std::size_t lane);

/// "Keyed digit by digit", "Sent en bloc": a lane's name.
QString laneName(const ReplaySession& session, std::size_t lane);

/// The whole call: what was asked, both lanes key by key, why each ended as it did, and where they part.
Document explanationOf(const ReplaySession& session);

/// "Phones", "SEP0001/2", "<None>": who dials, as the user asked for it.
QString originWords(const ReplaySession& session);

}  // namespace dialscope::gui
