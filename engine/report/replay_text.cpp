#include "engine/report/call.h"
#include "engine/report/phrases.h"
#include "engine/report/table.h"

#include <fmt/format.h>

#include <algorithm>

namespace dialscope::report {
namespace {

using routing::Hop;
using routing::Trace;

// What one lane shows beside each key: the moments of its call, in order. Key 0 is off-hook.
using Lane = std::vector<std::vector<std::string>>;

Lane laneOf(const plan::Plan& plan, const Trace& trace, std::size_t keys) {
  Lane lane(keys + 1);
  std::size_t key = trace.call.mode == routing::DialMode::Bloc ? keys : 0;
  for (const auto& moment : trace.timeline) {
    if (moment.key) key = std::min(key + 1, keys);
    std::string text = momentPhrase(plan, trace, moment);
    // A moment without a key is a timer's or a later hop's: it says when.
    if (!moment.key && moment.state != routing::State::OffHook && moment.at.count() > 0) {
      text = fmt::format("{}: {}", seconds(moment.at), text);
    }
    lane[key].push_back(std::move(text));
  }
  for (std::size_t i = trace.consumed.size() + 1; i <= keys; ++i) lane[i].emplace_back("not heard");
  return lane;
}

}  // namespace

std::string replayText(const plan::Plan& plan, const Replay& replay, const Style& style) {
  const std::string symbols = replay.keyed.call.dialed.symbols();
  const Lane keyed = laneOf(plan, replay.keyed, symbols.size());
  const Lane bloc = laneOf(plan, replay.bloc, symbols.size());
  const Parting parting = partingOf(plan, replay);

  Table table;
  const auto interdigit = routing::interdigitTimeoutOf(plan, replay.keyed.call);
  table.add({{"", Ink::Faint},
             {"key", Ink::Faint},
             {"keyed one by one", Ink::Strong},
             {"sent en bloc", Ink::Strong}});
  table.add(
      {{""},
       {""},
       {fmt::format("{} a key, T302 {}", seconds(replay.keyed.call.gap), seconds(interdigit)), Ink::Faint},
       {"all digits at once", Ink::Faint}});
  for (std::size_t key = 0; key <= symbols.size(); ++key) {
    const std::size_t lines = std::max({keyed[key].size(), bloc[key].size(), std::size_t{key > 0 ? 1U : 0U}});
    for (std::size_t i = 0; i < lines; ++i) {
      const bool first = i == 0;
      const bool parts = first && parting.key == key;
      const std::string left = i < keyed[key].size() ? keyed[key][i] : "";
      const std::string right = i < bloc[key].size() ? bloc[key][i] : "";
      table.add({{parts ? "≠" : "", Ink::Warn},
                 {!first     ? ""
                  : key == 0 ? "off-hook"
                             : std::string(1, symbols[key - 1]),
                  Ink::Strong},
                 {left, left == "not heard" ? Ink::Faint : Ink::Plain},
                 {right}});
    }
  }
  table.add({});
  table.add({{""},
             {"ends"},
             {fateSentence(plan, replay.keyed), fateInk(replay.keyed.fate)},
             {fateSentence(plan, replay.bloc), fateInk(replay.bloc.fate)}});
  return table.print(style, "  ") + '\n' +
         style.paint(parting.key ? Ink::Warn : Ink::Good, wrapped(parting.sentence, style.width, "")) + '\n';
}

}  // namespace dialscope::report
