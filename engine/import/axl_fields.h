// The one vocabulary of the project: which objects AXL knows, which of their elements this build reads, and which it
// knows to have no bearing on a dial plan.
//
//   const ObjectShape* shape = findShape("routePattern");
//   shape->roleOf("destination/gatewayName").role;      // Role::Field
//   shape->roleOf("withTag").role;                      // Role::Silent
//   shape->roleOf("destinaton").role;                   // Role::Unknown: worth a message
//
// Names only. What a field means is known to build_plan; what sort of text it holds, to field_names.h.
#pragma once

#include "engine/import/field_names.h"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dialscope::import {

/// What a record is about. Objects that the plan itself has no use for share `Kept`.
enum class Object : std::uint8_t {
  RoutePartition,
  Css,
  TimeSchedule,
  TimePeriod,
  RouteFilter,
  RoutePattern,
  TransPattern,
  HuntPilot,
  Line,
  CallPark,
  DirectedCallPark,
  CallPickupGroup,
  MeetMe,
  ConferenceNow,
  MessageWaiting,
  Mobility,
  CalledPartyTransformationPattern,
  CallingPartyTransformationPattern,
  RouteList,
  RouteGroup,
  LocalRouteGroup,
  HuntList,
  LineGroup,
  DevicePool,
  Phone,
  CtiRoutePoint,
  Trunk,
  Gateway,
  ServiceParameter,
  RoutePlan,  ///< a row of a route plan report: read as the object that its type says, if there is one
  Kept,
};

/// What becomes of an element.
enum class Role : std::uint8_t {
  Unknown,
  Silent,     ///< known, no bearing on a dial plan
  Field,      ///< its text is kept
  Container,  ///< its children are looked at
  Group,      ///< repeats; each one becomes a member of the record
  Wrapper,    ///< its children count as the object's own (`endpoint` of a gateway)
};

struct FieldRole {
  Role role = Role::Unknown;
  FieldName name;  ///< of a field and of a group
};

/// A field of an object, and the group that it belongs to; no group = the object's own.
struct ShapeField {
  FieldName name;
  FieldName group;
};

/// Blank-parted paths, in static storage.
using Paths = std::initializer_list<std::string_view>;

class ObjectShape {
 public:
  ObjectShape(std::string_view name, Object object, std::string_view key, std::string_view missingInList,
              Paths groups, Paths fields, Paths silent);

  std::string_view name() const { return name_; }
  Object object() const { return object_; }
  /// The field that names the object: `name`, `pattern`, `conferenceNowNumber`.
  FieldName key() const { return key_; }
  bool isPattern() const { return key_ != "name"; }
  /// What `list…` answers leave out of this object, in words; empty when they are complete.
  std::string_view missingInList() const { return missingInList_; }
  /// All fields, in the order in which they are written: those of one container and of one group stand together.
  const std::vector<ShapeField>& fields() const { return fields_; }

  /// `path` is that of the element below the object, as `members/member/index`; of an attribute, `sigDigits/@enable`.
  FieldRole roleOf(std::string_view path) const;
  /// The element known here that is closest to `path`; empty for none.
  std::string suggestionFor(std::string_view path) const;
  /// What an absent or null field of this object stands for: the administration page's default, and the same in every
  /// form that a plan comes in. Empty = nothing.
  std::string_view defaultOf(FieldName field) const;

 private:
  void add(std::string_view paths, Role role);

  std::string_view name_;
  Object object_;
  FieldName key_;
  std::string_view missingInList_;
  std::vector<std::string_view> groups_;
  std::vector<ShapeField> fields_;
  std::vector<std::pair<FieldName, std::string_view>> defaults_;  // few: most fields have none
  std::unordered_map<std::string_view, FieldRole> roles_;
};

/// All shapes, in the order in which a plan is written.
const std::vector<ObjectShape>& shapes();

/// The shape of the object that AXL calls `name`; null for none.
const ObjectShape* findShape(std::string_view name);

/// The object's name closest to `name`; empty for none.
std::string closestShapeName(std::string_view name);

/// Makes the names of all fields known; shapes() does so, too.
void loadVocabulary();

/// The field of a route pattern whose source does not say whether it names a route list or a device; it does not outlive
/// reading (destinations.h).
inline constexpr std::string_view kOpenDestination = "destination";

}  // namespace dialscope::import
