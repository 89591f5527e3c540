#include "engine/import/axl_fields.h"
#include "engine/import/usages.h"
#include "tests/support/files.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace dialscope::import {
namespace {

// `routePattern` for `RoutePattern`; the schema itself writes `callPark` for LCallPark.
std::string elementName(std::string type) {
  type[0] = static_cast<char>(type[0] - 'A' + 'a');
  return type;
}

// Below an element that is passed over everything is.
bool isKnown(const ObjectShape& shape, std::string path) {
  constexpr std::string_view kEndpoint = "endpoint/";
  if (path.starts_with(kEndpoint)) path.erase(0, kEndpoint.size());
  if (shape.roleOf(path).role != Role::Unknown) return true;
  for (auto slash = path.rfind('/'); slash != std::string::npos; slash = path.rfind('/')) {
    path.resize(slash);
    if (const Role role = shape.roleOf(path).role; role != Role::Unknown) return role == Role::Silent;
  }
  return false;
}

// tests/data/axl14_elements.csv: every element of the objects of a dial plan, from the AXL 14.0 schema.
TEST(Vocabulary, KnowsEveryElementOfTheSchema) {
  std::istringstream lines(test::readFile("tests/data/axl14_elements.csv"));
  std::string line;
  std::getline(lines, line);
  std::getline(lines, line);
  int count = 0;
  for (; std::getline(lines, line); ++count) {
    const auto comma = line.find(',');
    const ObjectShape* shape = findShape(elementName(line.substr(0, comma)));
    ASSERT_NE(shape, nullptr) << line;
    EXPECT_TRUE(isKnown(*shape, line.substr(comma + 1))) << line;
  }
  EXPECT_GT(count, 1000);
}

TEST(Vocabulary, TellsFieldsFromWhatPlaysNoPart) {
  const ObjectShape& route = *findShape("routePattern");
  EXPECT_EQ(route.roleOf("destination/gatewayName").role, Role::Field);
  EXPECT_EQ(route.roleOf("destination").role, Role::Container);
  EXPECT_EQ(route.roleOf("dialPlanWizardGenId").role, Role::Silent);
  EXPECT_EQ(route.roleOf("destinaton").role, Role::Unknown);
  const FieldRole member = findShape("devicePool")->roleOf("localRouteGroup/value");
  EXPECT_EQ(member.role, Role::Field);
  EXPECT_EQ(member.name, "value");
  EXPECT_EQ(findShape("devicePool")->roleOf("localRouteGroup").role, Role::Group);
}

// Fields of one container and of one group are neighbours, so that writing opens each element once.
TEST(Vocabulary, KeepsContainersTogether) {
  for (const ObjectShape& shape : shapes()) {
    std::vector<std::string> containers;
    for (const ShapeField& field : shape.fields()) {
      const std::string_view name = field.name;
      const std::string_view slash = name.substr(0, name.find('/'));
      std::string container(field.group == FieldName() ? slash : std::string_view(field.group));
      if (container.starts_with("lines/")) container = "lines";
      if (!containers.empty() && containers.back() == container) continue;
      EXPECT_EQ(std::count(containers.begin(), containers.end(), container), 0)
          << shape.name() << ": " << container;
      containers.push_back(std::move(container));
    }
  }
}

TEST(Vocabulary, KnowsWhatTextsAre) {
  EXPECT_EQ(kindOf(FieldName("patternUrgency")), FieldKind::Boolean);
  EXPECT_EQ(kindOf(FieldName("callForwardAll/destination")), FieldKind::Digits);
  EXPECT_EQ(kindOf(FieldName("destination/gatewayName")), FieldKind::Name);
  EXPECT_EQ(kindOf(FieldName("useCallingPartyPhoneMask")), FieldKind::Word);
  EXPECT_EQ(kindOf(FieldName("callingPartyNationalPrefix")), FieldKind::Digits);
  EXPECT_EQ(kindOf(FieldName("dirn/pattern")), FieldKind::Pattern);
  EXPECT_EQ(kindOf(FieldName("dirn/@uuid")), FieldKind::Id);
  EXPECT_EQ(kindOf(FieldName("deviceSelectionOrder")), FieldKind::Order);
  EXPECT_EQ(FieldName("noSuchField"), FieldName());
}

TEST(Vocabulary, KnowsDefaultsOfTheAdministrationPage) {
  const FieldName urgency("patternUrgency");
  EXPECT_EQ(findShape("routePattern")->defaultOf(urgency), "false");
  EXPECT_EQ(findShape("transPattern")->defaultOf(urgency), "true");
  EXPECT_EQ(findShape("routePattern")->defaultOf(FieldName("networkLocation")), "OffNet");
  EXPECT_EQ(findShape("sipTrunk")->defaultOf(FieldName("networkLocation")), "Use System Default");
  EXPECT_EQ(findShape("routePattern")->defaultOf(FieldName("pattern")), "");
}

TEST(Vocabulary, FindsTheObjectOfAUsage) {
  EXPECT_EQ(findUsage("Device")->element, "line");
  EXPECT_EQ(findUsage("Directory Number")->element, "line");
  EXPECT_EQ(findUsage("Translation Calling Party Number")->element, "callingPartyTransformationPattern");
  EXPECT_EQ(findUsage("Nothing"), nullptr);
}

}  // namespace
}  // namespace dialscope::import
