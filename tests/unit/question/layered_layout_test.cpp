// Layout by relations, never by coordinates: who stands left of whom, what must not touch, and how many lines cross
// compared with the best there is.
#include "engine/question/layered_layout.h"

#include "tests/support/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace dialscope {
namespace {

using question::Extent;
using question::Layout;
using question::LayoutInput;
using question::layOutLayered;
using question::Point;
using Edges = std::vector<LayoutInput::Edge>;

LayoutInput boxes(std::size_t count, Edges edges) {
  LayoutInput input;
  for (std::size_t i = 0; i < count; ++i)
    input.nodes.push_back({40.0 + static_cast<double>(i % 7) * 9, 18.0 + static_cast<double>(i % 3) * 8});
  input.edges = std::move(edges);
  return input;
}

LayoutInput randomGraph(std::uint32_t seed, std::size_t count, std::size_t edgeCount, bool cyclic) {
  test::Random random(seed);
  Edges edges;
  while (edges.size() < edgeCount) {
    const std::size_t a = random.below(count);
    const std::size_t b = random.below(count);
    if (cyclic || a < b) edges.push_back({a, b});
  }
  return boxes(count, std::move(edges));
}

void expectSound(const LayoutInput& input, const Layout& layout) {
  ASSERT_EQ(layout.nodes.size(), input.nodes.size());
  ASSERT_EQ(layout.ranks.size(), input.nodes.size());
  ASSERT_EQ(layout.edges.size(), input.edges.size());
  const double nothing = 1e-6;
  for (std::size_t a = 0; a < layout.nodes.size(); ++a) {
    const Point& p = layout.nodes[a];
    EXPECT_GE(p.x, -nothing);
    EXPECT_GE(p.y, -nothing);
    EXPECT_LE(p.x + input.nodes[a].width, layout.size.width + nothing);
    EXPECT_LE(p.y + input.nodes[a].height, layout.size.height + nothing);
    for (std::size_t b = 0; b < a; ++b) {
      const Point& q = layout.nodes[b];
      const bool beside =
          p.x + input.nodes[a].width <= q.x + nothing || q.x + input.nodes[b].width <= p.x + nothing;
      const bool apart = p.y + input.nodes[a].height + input.nodeGap <= q.y + nothing ||
                         q.y + input.nodes[b].height + input.nodeGap <= p.y + nothing;
      EXPECT_TRUE(beside || apart) << "nodes " << b << " and " << a;
    }
  }
  for (std::size_t e = 0; e < input.edges.size(); ++e) {
    const auto [from, to] = input.edges[e];
    const auto& edge = layout.edges[e];
    ASSERT_GE(edge.line.size(), 2U);
    if (edge.backwards) {
      EXPECT_GE(layout.ranks[from], layout.ranks[to]);
    } else {
      EXPECT_LT(layout.ranks[from], layout.ranks[to]) << from << " -> " << to;
      EXPECT_LT(layout.nodes[from].x + input.nodes[from].width, layout.nodes[to].x);
    }
    // It begins and ends on its nodes.
    const auto touches = [&](const Point& point, std::size_t node) {
      const Point& corner = layout.nodes[node];
      const bool side = std::abs(point.x - corner.x) < nothing ||
                        std::abs(point.x - corner.x - input.nodes[node].width) < nothing;
      return side && point.y >= corner.y && point.y <= corner.y + input.nodes[node].height;
    };
    EXPECT_TRUE(touches(edge.line.front(), from)) << from << " -> " << to;
    EXPECT_TRUE(touches(edge.line.back(), to)) << from << " -> " << to;
  }
}

TEST(LayeredLayout, Nothing) {
  const Layout layout = layOutLayered({});
  EXPECT_TRUE(layout.nodes.empty());
  EXPECT_EQ(layout.size.width, 0);
}

TEST(LayeredLayout, AnEdgeLeadsToTheRight) {
  const LayoutInput input = boxes(3, {{0, 1}, {1, 2}});
  const Layout layout = layOutLayered(input);
  expectSound(input, layout);
  EXPECT_EQ(layout.ranks, (std::vector<std::size_t>{0, 1, 2}));
  for (const auto& edge : layout.edges) {
    EXPECT_FALSE(edge.backwards);
    EXPECT_DOUBLE_EQ(edge.line.front().y, edge.line.back().y) << "a chain is straight";
  }
}

TEST(LayeredLayout, ASourceStandsNextToItsTarget) {
  // 0 -> 1 -> 2 -> 3, and 4 leads to 3 only.
  const Layout layout = layOutLayered(boxes(5, {{0, 1}, {1, 2}, {2, 3}, {4, 3}}));
  EXPECT_EQ(layout.ranks[4], 2U);
}

// Whether the straight line from `a` to `b` enters the node.
bool enters(const Point& a, const Point& b, const Point& corner, const Extent& size) {
  for (int i = 0; i <= 200; ++i) {
    const double x = a.x + (b.x - a.x) * i / 200;
    const double y = a.y + (b.y - a.y) * i / 200;
    if (x > corner.x && x < corner.x + size.width && y > corner.y && y < corner.y + size.height) return true;
  }
  return false;
}

TEST(LayeredLayout, NoEdgeTouchesAnotherNode) {
  std::size_t passing = 0;
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    const LayoutInput input = randomGraph(seed, 18, 26, true);
    const Layout layout = layOutLayered(input);
    for (std::size_t e = 0; e < input.edges.size(); ++e) {
      const auto [from, to] = input.edges[e];
      const auto& line = layout.edges[e].line;
      passing += line.size() > 4 ? 1 : 0;
      for (std::size_t node = 0; node < input.nodes.size(); ++node) {
        if (node == from || node == to) continue;
        for (std::size_t i = 1; i < line.size(); ++i) {
          EXPECT_FALSE(enters(line[i - 1], line[i], layout.nodes[node], input.nodes[node]))
              << "seed " << seed << ": " << from << " -> " << to << " through " << node;
        }
      }
    }
  }
  EXPECT_GT(passing, 100U) << "few edges pass a column";
}

TEST(LayeredLayout, ALongEdgeIsStraight) {
  // 0 -> 3 passes the ranks of 1 and 2.
  const Layout layout = layOutLayered(boxes(4, {{0, 1}, {1, 2}, {2, 3}, {0, 3}}));
  const auto& line = layout.edges[3].line;
  ASSERT_GE(line.size(), 6U);
  const std::size_t first = line.size() - 5;  // two points in either rank, one at the end
  for (std::size_t i = first; i + 1 < line.size(); ++i) EXPECT_DOUBLE_EQ(line[i].y, line[first].y);
}

TEST(LayeredLayout, TargetsStandInTheOrderOfTheEdges) {
  // 0 leads to 3, 1, 2 in that order, each of which leads on.
  const Layout layout = layOutLayered(boxes(7, {{0, 3}, {0, 1}, {0, 2}, {2, 4}, {1, 5}, {3, 6}}));
  EXPECT_EQ(layout.crossings, 0U);
  EXPECT_LT(layout.nodes[3].y, layout.nodes[1].y);
  EXPECT_LT(layout.nodes[1].y, layout.nodes[2].y);
}

TEST(LayeredLayout, CyclesAndLoopsAreDrawn) {
  const LayoutInput input = boxes(4, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 3}, {3, 2}});
  const Layout layout = layOutLayered(input);
  expectSound(input, layout);
  EXPECT_TRUE(layout.edges[2].backwards);
  EXPECT_TRUE(layout.edges[4].backwards);
  EXPECT_TRUE(layout.edges[5].backwards);
  EXPECT_EQ(
      std::count_if(layout.edges.begin(), layout.edges.end(), [](const auto& e) { return e.backwards; }), 3);
}

TEST(LayeredLayout, SoundOnRandomGraphs) {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    SCOPED_TRACE(seed);
    const LayoutInput input = randomGraph(seed, 5 + seed % 30, 4 + seed, seed % 2 == 0);
    const Layout layout = layOutLayered(input);
    expectSound(input, layout);
    EXPECT_LE(layout.crossings, layout.crossingsBefore);
  }
}

TEST(LayeredLayout, EqualInputEqualOutput) {
  const LayoutInput input = randomGraph(7, 80, 160, true);
  const Layout one = layOutLayered(input);
  const Layout other = layOutLayered(input);
  EXPECT_EQ(one.nodes, other.nodes);
  for (std::size_t e = 0; e < input.edges.size(); ++e) EXPECT_EQ(one.edges[e].line, other.edges[e].line);
}

// Every order of two columns, tried out.
std::size_t fewestCrossings(std::size_t left, std::size_t right, const Edges& edges) {
  std::vector<std::size_t> a(left);
  for (std::size_t i = 0; i < left; ++i) a[i] = i;
  std::size_t best = edges.size() * edges.size();
  do {
    std::vector<std::size_t> b(right);
    for (std::size_t i = 0; i < right; ++i) b[i] = i;
    do {
      std::size_t crossings = 0;
      for (std::size_t i = 0; i < edges.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
          const auto at = [&](const LayoutInput::Edge& e) {
            return std::pair{static_cast<int>(a[e.from]), static_cast<int>(b[e.to - left])};
          };
          const auto p = at(edges[i]);
          const auto q = at(edges[k]);
          if ((p.first - q.first) * (p.second - q.second) < 0) ++crossings;
        }
      }
      best = std::min(best, crossings);
    } while (std::next_permutation(b.begin(), b.end()));
  } while (std::next_permutation(a.begin(), a.end()));
  return best;
}

TEST(LayeredLayout, AsFewCrossingsAsAnyOrderOfTwoColumns) {
  std::size_t tangled = 0;
  std::size_t unavoidable = 0;
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    test::Random random(seed);
    const std::size_t left = 2 + random.below(4);
    const std::size_t right = 2 + random.below(4);
    Edges edges;
    for (std::size_t i = 0; i < left; ++i) {
      for (std::size_t k = 0; k < right; ++k) {
        if (random.below(2) == 0) edges.push_back({i, left + k});
      }
    }
    // Nobody stands alone: a node without an edge would leave its column.
    for (std::size_t i = 0; i < left; ++i) edges.push_back({i, left + random.below(right)});
    for (std::size_t k = 0; k < right; ++k) edges.push_back({random.below(left), left + k});
    const Layout layout = layOutLayered(boxes(left + right, edges));
    const std::size_t best = fewestCrossings(left, right, edges);
    EXPECT_EQ(layout.crossings, best) << "seed " << seed;
    tangled += layout.crossingsBefore > best ? 1 : 0;
    unavoidable += best > 0 ? 1 : 0;
  }
  EXPECT_GT(tangled, 30U);
  EXPECT_GT(unavoidable, 20U);
}

TEST(LayeredLayout, FiveHundredNodesAtOnce) {
  // As a plan lies: search spaces, partitions, patterns, targets.
  test::Random random(3);
  Edges edges;
  for (std::size_t i = 0; i < 50; ++i) {
    for (int k = 0; k < 4; ++k) edges.push_back({i, 50 + random.below(50)});
  }
  for (std::size_t i = 100; i < 450; ++i) {
    edges.push_back({50 + random.below(50), i});
    edges.push_back({i, 450 + random.below(50)});
  }
  const LayoutInput input = boxes(500, std::move(edges));
  const Layout layout = layOutLayered(input);
  expectSound(input, layout);
  EXPECT_LT(layout.crossings, layout.crossingsBefore / 2);
}

}  // namespace
}  // namespace dialscope
