// The one vocabulary of the project: which objects AXL knows, which of their elements this build reads, and which it
// knows to have no bearing on digit analysis.
//
//   const ObjectShape* shape = findShape("routePattern");
//   shape->roleOf("destination/gatewayName").role;      // Role::Field
//   shape->roleOf("networkLocation").role;              // Role::Silent
//   shape->roleOf("networkLocaton").role;               // Role::Unknown: worth a message
//
// Names only. What a field means is known to build_plan.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dialscope::import {

/// What a record is about. Objects that are counted and nothing more share `Counted`.
enum class Object : std::uint8_t {
  RoutePartition,
  Css,
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
  DevicePool,
  Phone,
  CtiRoutePoint,
  Trunk,
  Gateway,
  ServiceParameter,
  Counted,
};

/// What becomes of an element.
enum class Role : std::uint8_t {
  Unknown,
  Silent,     ///< known, no bearing on digit analysis
  Field,      ///< its text is kept
  Container,  ///< its children are looked at
  Group,      ///< repeats; each one becomes a member of the record
  Wrapper,    ///< its children count as the object's own (`endpoint` of a gateway)
};

/// A role, and the path spelled in static storage: for an element of a group without the group's own path.
struct FieldRole {
  Role role = Role::Unknown;
  std::string_view name;
};

class ObjectShape {
 public:
  /// All views must be into static storage. `fields` and `silent` are paths parted by blanks.
  ObjectShape(std::string_view name, Object object, std::string_view key, std::string_view missingInList,
              std::string_view group, std::string_view fields, std::string_view silent);

  std::string_view name() const { return name_; }
  Object object() const { return object_; }
  /// The field that names the object: `name`, `pattern`, `conferenceNowNumber`.
  std::string_view key() const { return key_; }
  bool isPattern() const { return key_ != "name"; }
  /// What `list…` answers leave out of this object, in words; empty when they are complete.
  std::string_view missingInList() const { return missingInList_; }

  /// `path` is that of the element below the object, as `members/member/index`; of an attribute, `sigDigits/@enable`.
  FieldRole roleOf(std::string_view path) const;
  /// The element known here that is closest to `path`; empty for none.
  std::string suggestionFor(std::string_view path) const;

 private:
  void add(std::string_view paths, Role role);

  std::string_view name_;
  Object object_;
  std::string_view key_;
  std::string_view missingInList_;
  std::string_view group_;
  std::unordered_map<std::string_view, FieldRole> roles_;
};

/// The shape of the object that AXL calls `name`; null for none.
const ObjectShape* findShape(std::string_view name);

/// The object's name closest to `name`; empty for none.
std::string closestShapeName(std::string_view name);

}  // namespace dialscope::import
