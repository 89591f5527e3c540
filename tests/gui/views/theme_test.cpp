// The colours, measured: text at 4.5:1 and outlines at 3:1 (WCAG 2, AA), in both themes; a state's sign on its fill as well.
#include "gui/views/theme.h"

#include "gui/models/candidate_state.h"

#include <gtest/gtest.h>

#include <set>

namespace dialscope::gui {
namespace {

constexpr double kText = 4.5;
constexpr double kOutline = 3;

struct Named {
  const char* name;
  QColor Theme::*colour;
};

constexpr Named kGrounds[]{{"window", &Theme::window},
                           {"panel", &Theme::panel},
                           {"raised", &Theme::raised},
                           {"highlight", &Theme::highlight}};
constexpr Named kInks[]{{"text", &Theme::text}, {"faint", &Theme::faint}, {"accent", &Theme::accent},
                        {"good", &Theme::good}, {"warn", &Theme::warn},   {"bad", &Theme::bad}};

class Colours : public ::testing::TestWithParam<ColourScheme> {
 protected:
  const Theme& theme_ = theme(GetParam());
};

TEST_P(Colours, EveryInkIsReadOnEveryGround) {
  for (const Named& ground : kGrounds) {
    for (const Named& ink : kInks)
      EXPECT_GE(contrast(theme_.*ink.colour, theme_.*ground.colour), kText)
          << ink.name << " on " << ground.name;
  }
  EXPECT_GE(contrast(theme_.onAccent, theme_.accent), kText);
}

TEST_P(Colours, WhatIsTypedIntoOrTickedHasAnOutline) {
  for (const Named& ground : kGrounds)
    EXPECT_GE(contrast(theme_.edge, theme_.*ground.colour), kOutline) << ground.name;
}

TEST_P(Colours, ThePaletteBelongsToItsTheme) { EXPECT_EQ(&themeOf(paletteOf(theme_)), &theme_); }

INSTANTIATE_TEST_SUITE_P(Themes, Colours, ::testing::Values(ColourScheme::Light, ColourScheme::Dark));

TEST(States, HaveASignThatIsReadOnItsFill) {
  std::set<QString> signs;
  std::set<QString> names;
  for (std::size_t i = 0; i < kCandidateStateCount; ++i) {
    const auto state = static_cast<CandidateState>(i);
    const StateLook& look = lookOf(state);
    signs.insert(QString::fromUtf8(look.glyph));
    names.insert(stateName(state));
    const QColor fill = QColor::fromRgba(look.fill);
    if (fill.alpha() == 0) continue;
    EXPECT_GE(contrast(inkOn(fill), fill), kText) << stateName(state).toStdString();
  }
  EXPECT_EQ(signs.size(), kCandidateStateCount) << "a sign stands for two states";
  EXPECT_EQ(names.size(), kCandidateStateCount);
}

}  // namespace
}  // namespace dialscope::gui
