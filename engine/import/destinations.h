// Route lists, gateways and trunks share one name space, and sources that are tables name a pattern's destination
// without saying which it is. Their readers leave that open, and it is settled once all texts are read and merged: another source may have said it.
#pragma once

#include "engine/import/record.h"

namespace dialscope::import {

/// Turns each kOpenDestination into `destination/routeListName`, where the set holds a route list of that name, and
/// into `destination/gatewayName` elsewhere.
void settleDestinations(RecordSet& set);

}  // namespace dialscope::import
