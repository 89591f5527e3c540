#include "engine/import/axl_fields.h"

#include "engine/base/suggest.h"

#include <algorithm>

namespace dialscope::import {
namespace {

// Trunks, H.323 gateways and gateway endpoints are so much alike in the schema that one list serves all.
constexpr std::string_view kDeviceFields =
    "name description callingSearchSpaceName devicePoolName cgpnTransformationCssName "
    "useDevicePoolCgpnTransformCss cdpnTransformationCssName useDevicePoolCdpnTransformCss sigDigits "
    "sigDigits/@enable prefixDn prefix numDigitsToStrip callingPartyNationalPrefix "
    "callingPartyNationalStripDigits callingPartyNationalTransformationCssName nationalPrefix "
    "nationalStripDigits nationalTransformationCssName calledPartyNationalPrefix "
    "calledPartyNationalStripDigits calledPartyNationalTransformationCssName callingPartyInternationalPrefix "
    "callingPartyInternationalStripDigits callingPartyInternationalTransformationCssName internationalPrefix "
    "internationalStripDigits internationalTransformationCssName calledPartyInternationalPrefix "
    "calledPartyInternationalStripDigits calledPartyInternationalTransformationCssName "
    "callingPartyUnknownPrefix callingPartyUnknownStripDigits callingPartyUnknownTransformationCssName "
    "unknownPrefix unknownStripDigits unknownTransformationCssName calledPartyUnknownPrefix "
    "calledPartyUnknownStripDigits calledPartyUnknownTransformationCssName callingPartySubscriberPrefix "
    "callingPartySubscriberStripDigits callingPartySubscriberTransformationCssName subscriberPrefix "
    "subscriberStripDigits subscriberTransformationCssName calledPartySubscriberPrefix "
    "calledPartySubscriberStripDigits calledPartySubscriberTransformationCssName "
    "cgpnTransformationUnknownCssName";
constexpr std::string_view kDeviceSilent =
    "product class protocol protocolSide commonDeviceConfigName networkLocation locationName "
    "mediaResourceListName networkHoldMohAudioSourceId userHoldMohAudioSourceId "
    "automatedAlternateRoutingCssName aarNeighborhoodName packetCaptureMode packetCaptureDuration "
    "loadInformation traceFlag mlppDomainId mlppIndicationStatus preemption useTrustedRelayPoint "
    "retryVideoCallAsAudio securityProfileName sipProfileName geoLocationName geoLocationFilterName "
    "sendGeoLocation unattendedPort transmitUtf8 subscribeCallingSearchSpaceName "
    "rerouteCallingSearchSpaceName referCallingSearchSpaceName mtpRequired presenceGroupName destAddrIsSrv "
    "tkSipCodec connectedNamePresentation connectedPartyIdPresentation callingPartySelection callingname "
    "callingLineIdPresentation externalPresentationInfo acceptInboundRdnis acceptOutboundRdnis srtpAllowed "
    "srtpFallbackAllowed isPaiEnabled sipPrivacy isRpidEnabled sipAssertedType trustReceivedIdentity "
    "dtmfSignalingMethod routeClassSignalling sipTrunkType pstnAccess imeE164TransformationName "
    "useImePublicIpPort useDevicePoolCntdPnTransformationCss cntdPnTransformationCssName "
    "useDevicePoolCgpnTransformCssUnkn rdnTransformationCssName useDevicePoolRdnTransformCss "
    "useOrigCallingPartyPresOnDivert sipNormalizationScriptName runOnEveryNode destinations tunneledProtocol "
    "asn1RoseOidEncoding qsigVariant pathReplacementSupport enableQsigUtf8 scriptParameters "
    "scriptTraceEnabled trunkTrafficSecure callingAndCalledPartyInfoFormat "
    "useCallerIdCallerNameinUriOutgoingRequest service parameterLabel originatingParameterValue "
    "terminatingParameterValue outboundUriRoutingInstructions requestUriDomainName "
    "enableCiscoRecordingQsigTunneling recordingInformation useDevicePoolCalledCssUnkn confidentialAccess "
    "model versionStamp vendorConfig waitForFarEndH245TerminalSet callerIdDn enableInboundFaststart "
    "enableOutboundFaststart codecForOutboundFaststart signalingPort allowH235PassThrough "
    "calledPartyIeNumberType callingPartyIeNumberType calledNumberingPlan callingNumberingPlan "
    "displayIeDelivery redirectOutboundNumberIe redirectInboundNumberIe useDevicePoolCgpnTransformCssNatl "
    "useDevicePoolCgpnTransformCssIntl useDevicePoolCgpnTransformCssSubs useDevicePoolCalledCssNatl "
    "useDevicePoolCalledCssIntl useDevicePoolCalledCssSubs redirectingPartyTransformationCSS "
    "connectCallBeforePlayingAnnouncement domainName gatewayUuid unit subunit index networkLocale "
    "mlppPreemption calledPlan calledPri callingPlan callingPri chanIE clockReference dChannelEnable "
    "channelSelectionOrder displayIe pcmType csuParam firstDelay interfaceIdPresent interfaceId intraDelay "
    "mcdnEnable passingPrecedenceLevelThrough callingLinePresentationBit connectedLineIdPresentation "
    "priProtocol securityAccessLevel sendCallingNameInFacilityIe sendExLeadingCharInDispIe sendRestart "
    "setupNonIsdnPi span statusPoll smdiBasePort GClearEnable v150 useDevicePoolCntdPartyTransformationCss "
    "cntdPartyTransformationCssName ports trunkSelectionOrder digitSending fdlChannel yellowAlarm "
    "zeroSupression handleDtmfPrecedenceSignals encodeOutboundVoiceRouteClass briProtocol presentationBit "
    "enableDatalinkOnFirstCall port callingPartyNumberPrefix callingPartyStripDigits "
    "useDevicePoolCgpnTransformCssUnknown hotlineDevice imeE164DirectoryNumber elinGroup";

// Name, object, key, what a list leaves out, its group; the fields that are read; the fields that are known.
// The names are those of AXL 14.0; older releases have no others but a few that went.
const std::vector<ObjectShape>& shapes() {
  static const std::vector<ObjectShape> all = {
      {"routePartition", Object::RoutePartition, "name", "", "", "name description timeScheduleIdName",
       "useOriginatingDeviceTimeZone timeZone partitionUsage dialPlanWizardGenId"},
      {"css", Object::Css, "name", "its members", "members/member",
       "name description clause members/member/routePartitionName members/member/index",
       "partitionUsage dialPlanWizardGenId"},
      {"routePattern", Object::RoutePattern, "pattern", "the destination", "",
       "pattern description usage routePartitionName digitDiscardInstructionName "
       "calledPartyTransformationMask "
       "prefixDigitsOut useCallingPartyPhoneMask callingPartyTransformationMask callingPartyPrefixDigits "
       "patternUrgency blockEnable releaseClause provideOutsideDialtone supportOverlapSending "
       "authorizationCodeRequired clientCodeRequired isEmergencyServiceNumber destination/gatewayName "
       "destination/routeListName",
       "dialPlanName networkLocation routeFilterName callingLinePresentationBit callingNamePresentationBit "
       "connectedLinePresentationBit connectedNamePresentationBit patternPrecedence allowDeviceOverride "
       "callingPartyNumberingPlan callingPartyNumberType calledPartyNumberingPlan calledPartyNumberType "
       "authorizationLevelRequired isdnNsfInfoElement resourcePriorityNamespaceName routeClass "
       "enableDccEnforcement blockedCallPercentage externalCallControl dialPlanWizardGenId withTag "
       "withValueClause"},
      {"transPattern", Object::TransPattern, "pattern", "", "",
       "pattern description usage routePartitionName digitDiscardInstructionName "
       "calledPartyTransformationMask "
       "prefixDigitsOut useCallingPartyPhoneMask callingPartyTransformationMask callingPartyPrefixDigits "
       "patternUrgency blockEnable releaseClause provideOutsideDialtone callingSearchSpaceName "
       "useOriginatorCss "
       "dontWaitForIDTOnSubsequentHops routeNextHopByCgpn isEmergencyServiceNumber",
       "dialPlanName routeFilterName callingLinePresentationBit callingNamePresentationBit "
       "connectedLinePresentationBit connectedNamePresentationBit patternPrecedence "
       "callingPartyNumberingPlan "
       "callingPartyNumberType calledPartyNumberingPlan calledPartyNumberType resourcePriorityNamespaceName "
       "routeClass callInterceptProfileName"},
      {"huntPilot", Object::HuntPilot, "pattern", "", "",
       "pattern description usage routePartitionName digitDiscardInstructionName "
       "calledPartyTransformationMask "
       "prefixDigitsOut useCallingPartyPhoneMask callingPartyTransformationMask callingPartyPrefixDigits "
       "patternUrgency blockEnable releaseClause provideOutsideDialtone huntListName",
       "dialPlanName routeFilterName callingLinePresentationBit callingNamePresentationBit "
       "connectedLinePresentationBit connectedNamePresentationBit patternPrecedence "
       "callingPartyNumberingPlan "
       "callingPartyNumberType calledPartyNumberingPlan calledPartyNumberType parkMonForwardNoRetrieve "
       "alertingName asciiAlertingName e164Mask aarNeighborhoodName forwardHuntNoAnswer forwardHuntBusy "
       "callPickupGroupName maxHuntduration displayConnectedNumber queueCalls"},
      {"line", Object::Line, "pattern", "urgency, forwards and alternate numbers", "",
       "pattern description usage routePartitionName shareLineAppearanceCssName patternUrgency "
       "callForwardAll/forwardToVoiceMail callForwardAll/destination enterpriseAltNum/numMask "
       "enterpriseAltNum/isUrgent enterpriseAltNum/addLocalRoutePartition enterpriseAltNum/routePartition "
       "e164AltNum/numMask e164AltNum/isUrgent e164AltNum/addLocalRoutePartition e164AltNum/routePartition",
       "aarNeighborhoodName aarDestinationMask aarKeepCallHistory aarVoiceMailEnabled callForwardBusy "
       "callForwardBusyInt callForwardNoAnswer callForwardNoAnswerInt callForwardNoCoverage "
       "callForwardNoCoverageInt callForwardOnFailure callForwardAlternateParty callForwardNotRegistered "
       "callForwardNotRegisteredInt callPickupGroupName autoAnswer networkHoldMohAudioSourceId "
       "userHoldMohAudioSourceId callingIdPresentationWhenDiverted alertingName asciiAlertingName "
       "presenceGroupName voiceMailProfileName patternPrecedence releaseClause hrDuration hrInterval "
       "cfaCssPolicy defaultActivatedDeviceName parkMonForwardNoRetrieveDn parkMonForwardNoRetrieveIntDn "
       "parkMonForwardNoRetrieveVmEnabled parkMonForwardNoRetrieveIntVmEnabled "
       "parkMonForwardNoRetrieveCssName "
       "parkMonForwardNoRetrieveIntCssName parkMonReversionTimer partyEntranceTone directoryURIs "
       "allowCtiControlFlag rejectAnonymousCall confidentialAccess externalCallControlProfile pstnFailover "
       "callControlAgentProfile useEnterpriseAltNum useE164AltNum active externalPresentationInfo "
       "associatedDevices callForwardAll/callingSearchSpaceName "
       "callForwardAll/secondaryCallingSearchSpaceName "
       "enterpriseAltNum/advertiseGloballyIls e164AltNum/advertiseGloballyIls"},
      {"callPark", Object::CallPark, "pattern", "", "", "pattern description usage routePartitionName",
       "callManagerName"},
      {"directedCallPark", Object::DirectedCallPark, "pattern", "", "",
       "pattern description usage routePartitionName", "retrievalPrefix reversionPattern revertCssName"},
      {"callPickupGroup", Object::CallPickupGroup, "pattern", "", "",
       "pattern description usage routePartitionName",
       "members pickupNotification pickupNotificationTimer callInfoForPickupNotification name"},
      {"meetMe", Object::MeetMe, "pattern", "", "", "pattern description usage routePartitionName",
       "minimumSecurityLevel"},
      {"conferenceNow", Object::ConferenceNow, "conferenceNowNumber", "", "",
       "conferenceNowNumber description routePartitionName", "maxWaitTimeForHost MohAudioSourceId"},
      {"messageWaiting", Object::MessageWaiting, "pattern", "", "",
       "pattern description usage routePartitionName", "messageWaitingIndicator callingSearchSpaceName"},
      {"calledPartyTransformationPattern", Object::CalledPartyTransformationPattern, "pattern", "", "",
       "pattern description usage routePartitionName digitDiscardInstructionName "
       "calledPartyTransformationMask "
       "calledPartyPrefixDigits patternUrgency",
       "dialPlanName routeFilterName calledPartyNumberingPlan calledPartyNumberType mlppPreemptionDisabled"},
      {"callingPartyTransformationPattern", Object::CallingPartyTransformationPattern, "pattern", "", "",
       "pattern description usage routePartitionName useCallingPartyPhoneMask digitDiscardInstructionName "
       "callingPartyTransformationMask callingPartyPrefixDigits patternUrgency",
       "dialPlanName routeFilterName callingLinePresentationBit callingPartyNumberingPlan "
       "callingPartyNumberType mlppPreemptionDisabled"},
      {"handoffMobility", Object::Mobility, "handoffNumber", "", "", "handoffNumber routePartitionName",
       "description"},
      {"enterpriseFeatureAccessConfiguration", Object::Mobility, "pattern", "", "",
       "pattern description usage routePartitionName", "isDefaultEafNumber"},
      {"mobileVoiceAccess", Object::Mobility, "pattern", "", "",
       "pattern description usage routePartitionName", "locales"},
      {"routeList", Object::RouteList, "name", "its members", "members/member",
       "name description members/member/routeGroupName members/member/selectionOrder "
       "members/member/digitDiscardInstructionName members/member/calledPartyTransformationMask "
       "members/member/prefixDigitsOut members/member/useFullyQualifiedCallingPartyNumber "
       "members/member/callingPartyTransformationMask members/member/callingPartyPrefixDigits",
       "callManagerGroupName routeListEnabled runOnEveryNode members/member/callingPartyNumberingPlan "
       "members/member/callingPartyNumberType members/member/calledPartyNumberingPlan "
       "members/member/calledPartyNumberType members/member/dialPlanWizardGenId"},
      {"routeGroup", Object::RouteGroup, "name", "its members", "members/member",
       "name members/member/deviceName members/member/deviceSelectionOrder",
       "distributionAlgorithm dialPlanWizardGenld members/member/port members/member/dialPlanWizardGenId"},
      {"localRouteGroup", Object::LocalRouteGroup, "name", "", "", "name", "description"},
      {"devicePool", Object::DevicePool, "name", "", "",
       "name cgpnTransformationCssName cdpnTransformationCssName callingPartyNationalPrefix "
       "callingPartyNationalStripDigits callingPartyNationalTransformationCssName nationalPrefix "
       "nationalStripDigits nationalTransformationCssName calledPartyNationalPrefix "
       "calledPartyNationalStripDigits calledPartyNationalTransformationCssName "
       "callingPartyInternationalPrefix "
       "callingPartyInternationalStripDigits callingPartyInternationalTransformationCssName "
       "internationalPrefix "
       "internationalStripDigits internationalTransformationCssName calledPartyInternationalPrefix "
       "calledPartyInternationalStripDigits calledPartyInternationalTransformationCssName "
       "callingPartyUnknownPrefix callingPartyUnknownStripDigits callingPartyUnknownTransformationCssName "
       "unknownPrefix unknownStripDigits unknownTransformationCssName calledPartyUnknownPrefix "
       "calledPartyUnknownStripDigits calledPartyUnknownTransformationCssName callingPartySubscriberPrefix "
       "callingPartySubscriberStripDigits callingPartySubscriberTransformationCssName subscriberPrefix "
       "subscriberStripDigits subscriberTransformationCssName calledPartySubscriberPrefix "
       "calledPartySubscriberStripDigits calledPartySubscriberTransformationCssName "
       "cgpnTransformationUnknownCssName",
       "autoSearchSpaceName dateTimeSettingName callManagerGroupName mediaResourceListName regionName "
       "networkLocale srstName connectionMonitorDuration automatedAlternateRoutingCssName "
       "aarNeighborhoodName "
       "locationName mobilityCssName physicalLocationName deviceMobilityGroupName revertPriority "
       "singleButtonBarge joinAcrossLines localRouteGroupName geoLocationName geoLocationFilterName "
       "adjunctCallingSearchSpace imeEnrolledPatternGroupName cntdPnTransformationCssName localRouteGroup "
       "redirectingPartyTransformationCSS callingPartyTransformationCSS wirelessLanProfileGroup elinGroup "
       "mraServiceDomain"},
      {"phone", Object::Phone, "name", "its lines", "lines/line",
       "name description callingSearchSpaceName devicePoolName cgpnTransformationCssName "
       "useDevicePoolCgpnTransformCss lines/line/index lines/line/e164Mask lines/line/dirn/pattern "
       "lines/line/dirn/routePartitionName lines/line/dirn/@uuid",
       "product class protocol protocolSide commonDeviceConfigName commonPhoneConfigName networkLocation "
       "locationName mediaResourceListName networkHoldMohAudioSourceId userHoldMohAudioSourceId "
       "automatedAlternateRoutingCssName aarNeighborhoodName loadInformation vendorConfig versionStamp "
       "traceFlag mlppDomainId mlppIndicationStatus preemption useTrustedRelayPoint retryVideoCallAsAudio "
       "securityProfileName sipProfileName geoLocationName geoLocationFilterName sendGeoLocation "
       "phoneTemplateName speeddials busyLampFields primaryPhoneName ringSettingIdleBlfAudibleAlert "
       "ringSettingBusyBlfAudibleAlert blfDirectedCallParks addOnModules userLocale networkLocale "
       "idleTimeout "
       "authenticationUrl directoryUrl idleUrl informationUrl messagesUrl proxyServerUrl servicesUrl "
       "services "
       "softkeyTemplateName defaultProfileName enableExtensionMobility singleButtonBarge joinAcrossLines "
       "builtInBridgeStatus callInfoPrivacyStatus hlogStatus ownerUserName ignorePresentationIndicators "
       "packetCaptureMode packetCaptureDuration subscribeCallingSearchSpaceName "
       "rerouteCallingSearchSpaceName "
       "allowCtiControlFlag presenceGroupName unattendedPort requireDtmfReception rfc2833Disabled "
       "certificateOperation authenticationMode keySize keyOrder ecKeySize authenticationString "
       "upgradeFinishTime deviceMobilityMode remoteDevice dndOption dndRingSetting dndStatus isActive "
       "isDualMode mobilityUserIdName phoneSuite phoneServiceDisplay isProtected mtpRequired "
       "mtpPreferedCodec "
       "dialRulesName sshUserId sshPwd digestUser outboundCallRollover hotlineDevice secureInformationUrl "
       "secureDirectoryUrl secureMessageUrl secureServicesUrl secureAuthenticationUrl secureIdleUrl "
       "alwaysUsePrimeLine alwaysUsePrimeLineForVoiceMessage featureControlPolicy deviceTrustMode "
       "earlyOfferSupportForVoiceCall requireThirdPartyRegistration blockIncomingCallsWhenRoaming "
       "homeNetworkId "
       "AllowPresentationSharingUsingBfcp confidentialAccess requireOffPremiseLocation "
       "allowiXApplicableMedia "
       "cgpnIngressDN useDevicePoolCgpnIngressDN msisdn enableCallRoutingToRdWhenNoneIsActive "
       "wifiHotspotProfile wirelessLanProfileGroup elinGroup enableActivationID mraServiceDomain "
       "allowMraMode "
       "model numberOfButtons loginUserId currentProfileName loginTime loginDuration currentConfig "
       "certificateStatus roamingDevicePoolName activationIDStatus lines/line/label lines/line/display "
       "lines/line/ringSetting lines/line/consecutiveRingSetting lines/line/ringSettingIdlePickupAlert "
       "lines/line/ringSettingActivePickupAlert lines/line/displayAscii lines/line/mwlPolicy "
       "lines/line/maxNumCalls lines/line/busyTrigger lines/line/callInfoDisplay "
       "lines/line/recordingProfileName lines/line/monitoringCssName lines/line/recordingFlag "
       "lines/line/audibleMwi lines/line/speedDial lines/line/partitionUsage lines/line/associatedEndusers "
       "lines/line/missedCallLogging lines/line/recordingMediaSource lines/lineIdentifier "
       "lines/line/dialPlanWizardId"},
      {"ctiRoutePoint", Object::CtiRoutePoint, "name", "its lines", "lines/line",
       "name description callingSearchSpaceName devicePoolName cgpnTransformationCssName "
       "useDevicePoolCgpnTransformCss lines/line/index lines/line/e164Mask lines/line/dirn/pattern "
       "lines/line/dirn/routePartitionName lines/line/dirn/@uuid",
       "product class protocol protocolSide commonDeviceConfigName locationName mediaResourceListName "
       "networkHoldMohAudioSourceId userHoldMohAudioSourceId useTrustedRelayPoint geoLocationName userLocale "
       "model lines/line/label lines/line/display lines/line/ringSetting lines/line/consecutiveRingSetting "
       "lines/line/ringSettingIdlePickupAlert lines/line/ringSettingActivePickupAlert "
       "lines/line/displayAscii "
       "lines/line/mwlPolicy lines/line/maxNumCalls lines/line/busyTrigger lines/line/callInfoDisplay "
       "lines/line/recordingProfileName lines/line/monitoringCssName lines/line/recordingFlag "
       "lines/line/audibleMwi lines/line/speedDial lines/line/partitionUsage lines/line/associatedEndusers "
       "lines/line/missedCallLogging lines/line/recordingMediaSource lines/lineIdentifier "
       "lines/line/dialPlanWizardId"},
      {"sipTrunk", Object::Trunk, "name", "", "", kDeviceFields, kDeviceSilent},
      {"h323Trunk", Object::Trunk, "name", "", "", kDeviceFields, kDeviceSilent},
      {"h323Gateway", Object::Gateway, "name", "", "", kDeviceFields, kDeviceSilent},
      {"gatewayEndpointDigitalAccessPri", Object::Gateway, "name", "", "", kDeviceFields, kDeviceSilent},
      {"gatewayEndpointDigitalAccessT1", Object::Gateway, "name", "", "", kDeviceFields, kDeviceSilent},
      {"gatewayEndpointDigitalAccessBri", Object::Gateway, "name", "", "", kDeviceFields, kDeviceSilent},
      {"gatewayEndpointAnalogAccess", Object::Gateway, "name", "", "", kDeviceFields, kDeviceSilent},
      {"serviceParameter", Object::ServiceParameter, "name", "", "", "name value processNodeName service",
       "valueType"},
      {"huntList", Object::Counted, "name", "its members", "", "name",
       "description callManagerGroupName routeListEnabled voiceMailUsage members"},
      {"lineGroup", Object::Counted, "name", "its members", "", "name",
       "distributionAlgorithm rnaReversionTimeOut huntAlgorithmNoAnswer huntAlgorithmBusy "
       "huntAlgorithmNotAvailable members autoLogOffHunt"},
      {"routeFilter", Object::Counted, "name", "its members", "", "name",
       "dialPlanName members clause dialPlanWizardGenId"},
      {"timeSchedule", Object::Counted, "name", "its members", "", "name",
       "members description isPublished timeScheduleCategory todOwnerIdName"},
      {"timePeriod", Object::Counted, "name", "", "", "name",
       "startTime endTime startDay endDay monthOfYear dayOfMonth description isPublished todOwnerIdName "
       "dayOfMonthEnd monthOfYearEnd"},
      {"sipRoutePattern", Object::Counted, "pattern", "", "", "pattern routePartitionName usage",
       "description blockEnable callingPartyTransformationMask useCallingPartyPhoneMask "
       "callingPartyPrefixDigits callingLinePresentationBit callingNamePresentationBit "
       "connectedLinePresentationBit connectedNamePresentationBit sipTrunkName dnOrPatternIpv6 "
       "routeOnUserPart "
       "useCallerCss domainRoutingCssName"},
      {"voiceMailPilot", Object::Counted, "dirn", "", "", "dirn cssName", "description isDefault"},
      {"voiceMailProfile", Object::Counted, "name", "", "", "name",
       "description isDefault voiceMailboxMask voiceMailPilot"},
  };
  return all;
}

// The older spellings that have gone from the schema, and what any object may carry.
constexpr std::string_view kSilentAnywhere =
    "dialPlanWizardGenId dialPlanWizardGenld uuid ctiid callerIdDn localRouteGroupName";

}  // namespace

ObjectShape::ObjectShape(std::string_view name, Object object, std::string_view key,
                         std::string_view missingInList, std::string_view group, std::string_view fields,
                         std::string_view silent)
    : name_(name),
      object_(object),
      key_(key),
      missingInList_(missingInList),
      group_(group) {
  add(fields, Role::Field);
  add(silent, Role::Silent);
  add(kSilentAnywhere, Role::Silent);
  if (object == Object::Gateway) roles_.emplace("endpoint", FieldRole{Role::Wrapper, "endpoint"});
}

void ObjectShape::add(std::string_view paths, Role role) {
  while (!paths.empty()) {
    const std::string_view path = paths.substr(0, paths.find(' '));
    paths.remove_prefix(std::min(paths.size(), path.size() + 1));
    const bool inGroup = !group_.empty() && path.starts_with(group_) && path.size() > group_.size();
    roles_.emplace(path, FieldRole{role, inGroup ? path.substr(group_.size() + 1) : path});
    for (std::size_t slash = path.find('/'); slash != std::string_view::npos;
         slash = path.find('/', slash + 1)) {
      const std::string_view parent = path.substr(0, slash);
      if (path[slash + 1] != '@')
        roles_.emplace(parent, FieldRole{parent == group_ ? Role::Group : Role::Container, parent});
    }
  }
}

FieldRole ObjectShape::roleOf(std::string_view path) const {
  const auto found = roles_.find(path);
  return found == roles_.end() ? FieldRole{} : found->second;
}

std::string ObjectShape::suggestionFor(std::string_view path) const {
  std::vector<std::string> known;
  known.reserve(roles_.size());
  for (const auto& [name, role] : roles_) {
    if (name != path) known.emplace_back(name);
  }
  std::sort(known.begin(), known.end());
  return closestName(path, known);
}

const ObjectShape* findShape(std::string_view name) {
  static const auto byName = [] {
    std::unordered_map<std::string_view, const ObjectShape*> index;
    for (const ObjectShape& shape : shapes()) index.emplace(shape.name(), &shape);
    return index;
  }();
  const auto found = byName.find(name);
  return found == byName.end() ? nullptr : found->second;
}

std::string closestShapeName(std::string_view name) {
  std::vector<std::string> known;
  for (const ObjectShape& shape : shapes()) known.emplace_back(shape.name());
  return closestName(name, known);
}

}  // namespace dialscope::import
