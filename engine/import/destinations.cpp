#include "engine/import/destinations.h"

#include <unordered_set>

namespace dialscope::import {

void settleDestinations(RecordSet& set) {
  std::unordered_set<std::string_view> routeLists;
  for (const Record& record : set.records) {
    if (record.shape->object() == Object::RouteList) routeLists.insert(record.text("name"));
  }
  for (Record& record : set.records) {
    if (record.shape->object() != Object::RoutePattern) continue;
    for (Field& field : record.items) {
      if (field.name != kOpenDestination) continue;
      field.name = routeLists.contains(field.text) ? "destination/routeListName" : "destination/gatewayName";
    }
  }
}

}  // namespace dialscope::import
