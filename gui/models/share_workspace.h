// A plan to be shared by panels and threads. To take a large one apart costs as much as an animation of several frames, so
// that is left to another thread, whoever lets go of it last.
//
//   SharedWorkspace shared = shareWorkspace(std::move(workspace));
#pragma once

#include "gui/models/replay_session.h"

#include <QThreadPool>
#include <utility>

namespace dialscope::gui {

inline SharedWorkspace shareWorkspace(workspace::Workspace made) {
  constexpr std::size_t kTakenApartAtOnce = 2000;
  if (made.plan().entries.size() <= kTakenApartAtOnce)
    return std::make_shared<const workspace::Workspace>(std::move(made));
  return {new workspace::Workspace(std::move(made)),
          [](const auto* last) { QThreadPool::globalInstance()->start([last] { delete last; }); }};
}

}  // namespace dialscope::gui
