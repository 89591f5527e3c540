#include "engine/import/destinations.h"

#include <oneapi/tbb/parallel_for.h>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace dialscope::import {
namespace {

// What a record is to the question.
enum class Part : std::uint8_t { None, RouteList, Unsettled };

}  // namespace

void settleDestinations(RecordSet& set) {
  const FieldName open(kOpenDestination);
  std::vector<Part> parts(set.records.size());
  // Most records have no part in it, and to look at each of them takes longer than the rest.
  oneapi::tbb::parallel_for(std::size_t{0}, parts.size(), [&](std::size_t i) {
    const Record& record = *set.records[i];
    const Object object = record.shape->object();
    if (object == Object::RouteList) parts[i] = Part::RouteList;
    if (object == Object::RoutePattern && record.find(open)) parts[i] = Part::Unsettled;
  });
  std::unordered_set<std::string_view> routeLists;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i] == Part::RouteList) routeLists.insert(set.records[i]->text("name"_field));
  }
  const FieldName routeList("destination/routeListName");
  const FieldName gateway("destination/gatewayName");
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i] != Part::Unsettled) continue;
    set.records[i]->transform([&](Field field) {
      if (field.name == open) field.name = routeLists.contains(field.text) ? routeList : gateway;
      return field;
    });
  }
}

}  // namespace dialscope::import
