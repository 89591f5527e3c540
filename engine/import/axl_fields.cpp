#include "engine/import/axl_fields.h"

#include "engine/base/suggest.h"

#include <algorithm>
#include <array>

namespace dialscope::import {
namespace {

// Blocks that several objects share. The names are those of AXL 14.0; older releases have no others but a few.
constexpr std::string_view kPattern = "pattern description usage routePartitionName";
constexpr std::string_view kNumberingPlan = "dialPlanName routeFilterName";
constexpr std::string_view kTransformations =
    "digitDiscardInstructionName calledPartyTransformationMask prefixDigitsOut calledPartyNumberType "
    "calledPartyNumberingPlan useCallingPartyPhoneMask callingPartyTransformationMask "
    "callingPartyPrefixDigits "
    "callingPartyNumberType callingPartyNumberingPlan";
constexpr std::string_view kPresentation =
    "callingLinePresentationBit callingNamePresentationBit connectedLinePresentationBit "
    "connectedNamePresentationBit";
constexpr std::string_view kHandling =
    "patternUrgency patternPrecedence routeClass resourcePriorityNamespaceName blockEnable releaseClause "
    "provideOutsideDialtone";

// By number type, in the three dialects of pools and trunks, of gateway endpoints, and of SIP trunks.
constexpr std::string_view kIncoming =
    "callingPartyNationalPrefix callingPartyNationalStripDigits callingPartyNationalTransformationCssName "
    "nationalPrefix nationalStripDigits nationalTransformationCssName calledPartyNationalPrefix "
    "calledPartyNationalStripDigits calledPartyNationalTransformationCssName "
    "callingPartyInternationalPrefix callingPartyInternationalStripDigits "
    "callingPartyInternationalTransformationCssName internationalPrefix internationalStripDigits "
    "internationalTransformationCssName calledPartyInternationalPrefix "
    "calledPartyInternationalStripDigits calledPartyInternationalTransformationCssName "
    "callingPartyUnknownPrefix callingPartyUnknownStripDigits callingPartyUnknownTransformationCssName "
    "unknownPrefix unknownStripDigits unknownTransformationCssName calledPartyUnknownPrefix "
    "calledPartyUnknownStripDigits calledPartyUnknownTransformationCssName callingPartySubscriberPrefix "
    "callingPartySubscriberStripDigits callingPartySubscriberTransformationCssName subscriberPrefix "
    "subscriberStripDigits subscriberTransformationCssName calledPartySubscriberPrefix "
    "calledPartySubscriberStripDigits calledPartySubscriberTransformationCssName "
    "cgpnTransformationUnknownCssName";

constexpr std::string_view kForwards =
    "callForwardAll/forwardToVoiceMail callForwardAll/callingSearchSpaceName "
    "callForwardAll/secondaryCallingSearchSpaceName callForwardAll/destination "
    "callForwardBusy/forwardToVoiceMail callForwardBusy/callingSearchSpaceName "
    "callForwardBusy/destination callForwardBusyInt/forwardToVoiceMail "
    "callForwardBusyInt/callingSearchSpaceName callForwardBusyInt/destination "
    "callForwardNoAnswer/forwardToVoiceMail callForwardNoAnswer/callingSearchSpaceName "
    "callForwardNoAnswer/destination callForwardNoAnswer/duration "
    "callForwardNoAnswerInt/forwardToVoiceMail callForwardNoAnswerInt/callingSearchSpaceName "
    "callForwardNoAnswerInt/destination callForwardNoAnswerInt/duration "
    "callForwardNoCoverage/forwardToVoiceMail callForwardNoCoverage/callingSearchSpaceName "
    "callForwardNoCoverage/destination callForwardNoCoverageInt/forwardToVoiceMail "
    "callForwardNoCoverageInt/callingSearchSpaceName callForwardNoCoverageInt/destination "
    "callForwardOnFailure/forwardToVoiceMail callForwardOnFailure/callingSearchSpaceName "
    "callForwardOnFailure/destination callForwardAlternateParty/forwardToVoiceMail "
    "callForwardAlternateParty/callingSearchSpaceName callForwardAlternateParty/destination "
    "callForwardAlternateParty/duration callForwardNotRegistered/forwardToVoiceMail "
    "callForwardNotRegistered/callingSearchSpaceName callForwardNotRegistered/destination "
    "callForwardNotRegisteredInt/forwardToVoiceMail callForwardNotRegisteredInt/callingSearchSpaceName "
    "callForwardNotRegisteredInt/destination";
constexpr std::string_view kAlternateNumbers =
    "enterpriseAltNum/numMask enterpriseAltNum/isUrgent enterpriseAltNum/addLocalRoutePartition "
    "enterpriseAltNum/routePartition enterpriseAltNum/advertiseGloballyIls e164AltNum/numMask "
    "e164AltNum/isUrgent e164AltNum/addLocalRoutePartition e164AltNum/routePartition "
    "e164AltNum/advertiseGloballyIls";

constexpr std::string_view kHuntForwards =
    "forwardHuntNoAnswer/usePersonalPreferences forwardHuntNoAnswer/destination "
    "forwardHuntNoAnswer/callingSearchSpaceName forwardHuntBusy/usePersonalPreferences "
    "forwardHuntBusy/destination forwardHuntBusy/callingSearchSpaceName "
    "parkMonForwardNoRetrieve/usePersonalPreferences parkMonForwardNoRetrieve/destination "
    "parkMonForwardNoRetrieve/callingSearchSpaceName";
constexpr std::string_view kQueue =
    "queueCalls/maxCallersInQueue queueCalls/queueFullDestination "
    "queueCalls/callingSearchSpacePilotQueueFull queueCalls/maxWaitTimeInQueue "
    "queueCalls/maxWaitTimeDestination queueCalls/callingSearchSpaceMaxWaitTime "
    "queueCalls/noAgentDestination queueCalls/callingSearchSpaceNoAgent "
    "queueCalls/networkHoldMohAudioSourceID";

constexpr std::string_view kLineButton =
    "lines/line/index lines/line/label lines/line/dirn/@uuid lines/line/dirn/pattern "
    "lines/line/dirn/routePartitionName lines/line/e164Mask";
constexpr std::string_view kLineButtonSilent =
    "lines/line/display lines/line/ringSetting lines/line/consecutiveRingSetting "
    "lines/line/ringSettingIdlePickupAlert lines/line/ringSettingActivePickupAlert "
    "lines/line/displayAscii lines/line/mwlPolicy lines/line/maxNumCalls lines/line/busyTrigger "
    "lines/line/callInfoDisplay lines/line/recordingProfileName lines/line/monitoringCssName "
    "lines/line/recordingFlag lines/line/audibleMwi lines/line/speedDial lines/line/partitionUsage "
    "lines/line/associatedEndusers lines/line/missedCallLogging lines/line/recordingMediaSource "
    "lines/lineIdentifier lines/line/dialPlanWizardId";

// Trunks, H.323 gateways and gateway endpoints are so much alike in the schema that one list serves all.
constexpr std::string_view kDevice =
    "domainName unit subunit name description devicePoolName callingSearchSpaceName "
    "rerouteCallingSearchSpaceName referCallingSearchSpaceName networkLocation cgpnTransformationCssName "
    "useDevicePoolCgpnTransformCss cdpnTransformationCssName useDevicePoolCdpnTransformCss "
    "callingPartySelection callingLineIdPresentation callerIdDn calledPartyIeNumberType "
    "callingPartyIeNumberType calledPlan calledPri sigDigits sigDigits/@enable prefixDn prefix "
    "numDigitsToStrip runOnEveryNode";
constexpr std::string_view kIncomingFromPool =
    "useDevicePoolCgpnTransformCssNatl useDevicePoolCgpnTransformCssIntl "
    "useDevicePoolCgpnTransformCssUnkn useDevicePoolCgpnTransformCssUnknown "
    "useDevicePoolCgpnTransformCssSubs useDevicePoolCalledCssNatl useDevicePoolCalledCssIntl "
    "useDevicePoolCalledCssUnkn useDevicePoolCalledCssSubs";
constexpr std::string_view kDestinations =
    "destinations/destination/addressIpv4 destinations/destination/addressIpv6 destinations/destination/port "
    "destinations/destination/sortOrder";
constexpr std::string_view kDeviceSilent =
    "product class protocol protocolSide commonDeviceConfigName locationName mediaResourceListName "
    "networkHoldMohAudioSourceId userHoldMohAudioSourceId automatedAlternateRoutingCssName "
    "aarNeighborhoodName packetCaptureMode packetCaptureDuration loadInformation traceFlag mlppDomainId "
    "mlppIndicationStatus preemption useTrustedRelayPoint retryVideoCallAsAudio securityProfileName "
    "sipProfileName geoLocationName geoLocationFilterName sendGeoLocation unattendedPort transmitUtf8 "
    "subscribeCallingSearchSpaceName mtpRequired presenceGroupName destAddrIsSrv tkSipCodec "
    "connectedNamePresentation connectedPartyIdPresentation callingname externalPresentationInfo "
    "acceptInboundRdnis acceptOutboundRdnis srtpAllowed srtpFallbackAllowed isPaiEnabled sipPrivacy "
    "isRpidEnabled sipAssertedType trustReceivedIdentity dtmfSignalingMethod routeClassSignalling "
    "sipTrunkType pstnAccess imeE164TransformationName useImePublicIpPort "
    "useDevicePoolCntdPnTransformationCss cntdPnTransformationCssName rdnTransformationCssName "
    "useDevicePoolRdnTransformCss useOrigCallingPartyPresOnDivert sipNormalizationScriptName "
    "tunneledProtocol asn1RoseOidEncoding qsigVariant pathReplacementSupport enableQsigUtf8 "
    "scriptParameters scriptTraceEnabled trunkTrafficSecure callingAndCalledPartyInfoFormat "
    "useCallerIdCallerNameinUriOutgoingRequest service parameterLabel originatingParameterValue "
    "terminatingParameterValue outboundUriRoutingInstructions requestUriDomainName "
    "enableCiscoRecordingQsigTunneling recordingInformation confidentialAccess model versionStamp "
    "vendorConfig waitForFarEndH245TerminalSet enableInboundFaststart enableOutboundFaststart "
    "codecForOutboundFaststart signalingPort allowH235PassThrough calledNumberingPlan "
    "callingNumberingPlan displayIeDelivery redirectOutboundNumberIe redirectInboundNumberIe "
    "redirectingPartyTransformationCSS connectCallBeforePlayingAnnouncement gatewayUuid index "
    "networkLocale mlppPreemption callingPlan callingPri chanIE clockReference dChannelEnable "
    "channelSelectionOrder displayIe pcmType csuParam firstDelay interfaceIdPresent interfaceId "
    "intraDelay mcdnEnable passingPrecedenceLevelThrough callingLinePresentationBit "
    "connectedLineIdPresentation priProtocol securityAccessLevel sendCallingNameInFacilityIe "
    "sendExLeadingCharInDispIe sendRestart setupNonIsdnPi span statusPoll smdiBasePort GClearEnable v150 "
    "useDevicePoolCntdPartyTransformationCss cntdPartyTransformationCssName ports trunkSelectionOrder "
    "digitSending fdlChannel yellowAlarm zeroSupression handleDtmfPrecedenceSignals "
    "encodeOutboundVoiceRouteClass briProtocol presentationBit enableDatalinkOnFirstCall port "
    "callingPartyNumberPrefix callingPartyStripDigits hotlineDevice imeE164DirectoryNumber elinGroup";
constexpr std::string_view kPhoneSilent =
    "product class protocol protocolSide commonDeviceConfigName commonPhoneConfigName networkLocation "
    "locationName mediaResourceListName networkHoldMohAudioSourceId userHoldMohAudioSourceId "
    "aarNeighborhoodName loadInformation vendorConfig versionStamp traceFlag mlppDomainId "
    "mlppIndicationStatus preemption useTrustedRelayPoint retryVideoCallAsAudio securityProfileName "
    "sipProfileName geoLocationName geoLocationFilterName sendGeoLocation phoneTemplateName speeddials "
    "busyLampFields primaryPhoneName ringSettingIdleBlfAudibleAlert ringSettingBusyBlfAudibleAlert "
    "blfDirectedCallParks addOnModules userLocale networkLocale idleTimeout authenticationUrl "
    "directoryUrl idleUrl informationUrl messagesUrl proxyServerUrl servicesUrl services "
    "softkeyTemplateName defaultProfileName enableExtensionMobility singleButtonBarge joinAcrossLines "
    "builtInBridgeStatus callInfoPrivacyStatus hlogStatus ownerUserName ignorePresentationIndicators "
    "packetCaptureMode packetCaptureDuration subscribeCallingSearchSpaceName allowCtiControlFlag "
    "presenceGroupName unattendedPort requireDtmfReception rfc2833Disabled certificateOperation "
    "authenticationMode keySize keyOrder ecKeySize authenticationString upgradeFinishTime "
    "deviceMobilityMode remoteDevice dndOption dndRingSetting dndStatus isActive isDualMode "
    "mobilityUserIdName phoneSuite phoneServiceDisplay isProtected mtpRequired mtpPreferedCodec sshUserId "
    "sshPwd digestUser outboundCallRollover secureInformationUrl secureDirectoryUrl secureMessageUrl "
    "secureServicesUrl secureAuthenticationUrl secureIdleUrl alwaysUsePrimeLine "
    "alwaysUsePrimeLineForVoiceMessage featureControlPolicy deviceTrustMode earlyOfferSupportForVoiceCall "
    "requireThirdPartyRegistration blockIncomingCallsWhenRoaming homeNetworkId "
    "AllowPresentationSharingUsingBfcp confidentialAccess requireOffPremiseLocation "
    "allowiXApplicableMedia msisdn enableCallRoutingToRdWhenNoneIsActive wifiHotspotProfile "
    "wirelessLanProfileGroup elinGroup enableActivationID mraServiceDomain allowMraMode model "
    "numberOfButtons loginUserId currentProfileName loginTime loginDuration currentConfig "
    "certificateStatus roamingDevicePoolName activationIDStatus";
constexpr std::string_view kCtiSilent =
    "product class protocol protocolSide commonDeviceConfigName locationName mediaResourceListName "
    "networkHoldMohAudioSourceId userHoldMohAudioSourceId useTrustedRelayPoint geoLocationName userLocale "
    "model";
constexpr std::string_view kLineSilent =
    "aarKeepCallHistory aarVoiceMailEnabled autoAnswer networkHoldMohAudioSourceId "
    "userHoldMohAudioSourceId callingIdPresentationWhenDiverted presenceGroupName hrDuration hrInterval "
    "defaultActivatedDeviceName parkMonReversionTimer partyEntranceTone allowCtiControlFlag "
    "rejectAnonymousCall confidentialAccess callControlAgentProfile useEnterpriseAltNum useE164AltNum "
    "externalPresentationInfo";

// The older spellings that have gone from the schema, and what any object may carry.
constexpr std::string_view kSilentAnywhere = "dialPlanWizardGenId dialPlanWizardGenld uuid ctiid";

// What stands beside the `endpoint` of a gateway endpoint; the rest stands in it.
constexpr std::string_view kEndpoint = "endpoint";

// Name, object, key, what a list leaves out, its groups; the fields that are read; the fields that are known.
std::vector<ObjectShape> makeShapes() {
  return {
      {"routePartition",
       Object::RoutePartition,
       "name",
       "",
       {},
       {"name description timeScheduleIdName useOriginatingDeviceTimeZone timeZone partitionUsage"},
       {}},
      {"timeSchedule",
       Object::TimeSchedule,
       "name",
       "its members",
       {"members/member"},
       {"name description members/member/timePeriodName isPublished timeScheduleCategory todOwnerIdName"},
       {}},
      {"timePeriod",
       Object::TimePeriod,
       "name",
       "",
       {},
       {"name description startTime endTime startDay endDay monthOfYear dayOfMonth monthOfYearEnd "
        "dayOfMonthEnd "
        "isPublished todOwnerIdName"},
       {}},
      {"css",
       Object::Css,
       "name",
       "its members",
       {"members/member"},
       {"name description clause members/member/routePartitionName members/member/index partitionUsage"},
       {}},
      {"routeFilter",
       Object::RouteFilter,
       "name",
       "its members",
       {"members/member"},
       {"name dialPlanName clause members/member/dialPlanTagName members/member/digits "
        "members/member/operator "
        "members/member/priority"},
       {}},
      {"routePattern",
       Object::RoutePattern,
       "pattern",
       "the destination",
       {},
       {kPattern, kNumberingPlan, kHandling, kTransformations, kPresentation,
        "networkLocation allowDeviceOverride supportOverlapSending authorizationCodeRequired "
        "authorizationLevelRequired clientCodeRequired isdnNsfInfoElement/cic "
        "isdnNsfInfoElement/networkServiceProtocol isdnNsfInfoElement/networkService "
        "isdnNsfInfoElement/paramValue enableDccEnforcement blockedCallPercentage externalCallControl "
        "isEmergencyServiceNumber withTag withValueClause destination/gatewayName destination/routeListName"},
       {}},
      {"transPattern",
       Object::TransPattern,
       "pattern",
       "",
       {},
       {kPattern, kNumberingPlan, kHandling, kTransformations, kPresentation,
        "callingSearchSpaceName useOriginatorCss dontWaitForIDTOnSubsequentHops routeNextHopByCgpn "
        "callInterceptProfileName isEmergencyServiceNumber"},
       {}},
      {"huntPilot",
       Object::HuntPilot,
       "pattern",
       "",
       {},
       {kPattern, kNumberingPlan, kHandling, kTransformations, kPresentation,
        "huntListName maxHuntduration e164Mask alertingName asciiAlertingName aarNeighborhoodName "
        "callPickupGroupName displayConnectedNumber",
        kHuntForwards, kQueue},
       {"queueCalls/@uuid"}},
      {"line",
       Object::Line,
       "pattern",
       "urgency, forwards and alternate numbers",
       {"directoryURIs/directoryUri", "associatedDevices/device"},
       {kPattern,
        "shareLineAppearanceCssName patternUrgency patternPrecedence releaseClause active alertingName "
        "asciiAlertingName aarNeighborhoodName aarDestinationMask voiceMailProfileName callPickupGroupName "
        "cfaCssPolicy externalCallControlProfile pstnFailover parkMonForwardNoRetrieveDn "
        "parkMonForwardNoRetrieveIntDn parkMonForwardNoRetrieveVmEnabled "
        "parkMonForwardNoRetrieveIntVmEnabled "
        "parkMonForwardNoRetrieveCssName parkMonForwardNoRetrieveIntCssName",
        kForwards, kAlternateNumbers,
        "directoryURIs/directoryUri/isPrimary directoryURIs/directoryUri/uri "
        "directoryURIs/directoryUri/partition directoryURIs/directoryUri/advertiseGloballyViaIls "
        "associatedDevices/device/."},
       {kLineSilent}},
      {"callPark", Object::CallPark, "pattern", "", {}, {kPattern, "callManagerName"}, {}},
      {"directedCallPark",
       Object::DirectedCallPark,
       "pattern",
       "",
       {},
       {kPattern, "retrievalPrefix reversionPattern revertCssName"},
       {}},
      {"callPickupGroup",
       Object::CallPickupGroup,
       "pattern",
       "its members",
       {"members/member"},
       {kPattern,
        "name members/member/priority members/member/pickupGroupName "
        "members/member/pickupDnAndPartition/dnPattern "
        "members/member/pickupDnAndPartition/routePartitionName pickupNotification pickupNotificationTimer"},
       {"callInfoForPickupNotification"}},
      {"meetMe", Object::MeetMe, "pattern", "", {}, {kPattern, "minimumSecurityLevel"}, {}},
      {"conferenceNow",
       Object::ConferenceNow,
       "conferenceNowNumber",
       "",
       {},
       {"conferenceNowNumber description routePartitionName maxWaitTimeForHost MohAudioSourceId"},
       {}},
      {"messageWaiting",
       Object::MessageWaiting,
       "pattern",
       "",
       {},
       {kPattern, "messageWaitingIndicator callingSearchSpaceName"},
       {}},
      {"handoffMobility",
       Object::Mobility,
       "handoffNumber",
       "",
       {},
       {"handoffNumber description routePartitionName"},
       {}},
      {"enterpriseFeatureAccessConfiguration",
       Object::Mobility,
       "pattern",
       "",
       {},
       {kPattern, "isDefaultEafNumber"},
       {}},
      {"mobileVoiceAccess", Object::Mobility, "pattern", "", {}, {kPattern}, {"locales"}},
      {"calledPartyTransformationPattern",
       Object::CalledPartyTransformationPattern,
       "pattern",
       "",
       {},
       {kPattern, kNumberingPlan,
        "patternUrgency digitDiscardInstructionName calledPartyTransformationMask calledPartyPrefixDigits "
        "calledPartyNumberType calledPartyNumberingPlan mlppPreemptionDisabled"},
       {}},
      {"callingPartyTransformationPattern",
       Object::CallingPartyTransformationPattern,
       "pattern",
       "",
       {},
       {kPattern, kNumberingPlan,
        "patternUrgency useCallingPartyPhoneMask digitDiscardInstructionName callingPartyTransformationMask "
        "callingPartyPrefixDigits callingPartyNumberType callingPartyNumberingPlan "
        "callingLinePresentationBit "
        "mlppPreemptionDisabled"},
       {}},
      {"sipRoutePattern",
       Object::Kept,
       "pattern",
       "",
       {},
       {kPattern,
        "dnOrPatternIpv6 blockEnable sipTrunkName useCallingPartyPhoneMask callingPartyTransformationMask "
        "callingPartyPrefixDigits",
        kPresentation, "routeOnUserPart useCallerCss domainRoutingCssName"},
       {}},
      {"routeList",
       Object::RouteList,
       "name",
       "its members",
       {"members/member"},
       {"name description callManagerGroupName routeListEnabled runOnEveryNode members/member/routeGroupName "
        "members/member/selectionOrder members/member/digitDiscardInstructionName "
        "members/member/calledPartyTransformationMask members/member/prefixDigitsOut "
        "members/member/calledPartyNumberType members/member/calledPartyNumberingPlan "
        "members/member/useFullyQualifiedCallingPartyNumber members/member/callingPartyTransformationMask "
        "members/member/callingPartyPrefixDigits members/member/callingPartyNumberType "
        "members/member/callingPartyNumberingPlan"},
       {"members/member/dialPlanWizardGenId"}},
      {"routeGroup",
       Object::RouteGroup,
       "name",
       "its members",
       {"members/member"},
       {"name distributionAlgorithm members/member/deviceName members/member/deviceSelectionOrder "
        "members/member/port"},
       {"members/member/dialPlanWizardGenId"}},
      {"localRouteGroup", Object::LocalRouteGroup, "name", "", {}, {"name description"}, {}},
      {"huntList",
       Object::HuntList,
       "name",
       "its members",
       {"members/member"},
       {"name description callManagerGroupName routeListEnabled voiceMailUsage members/member/lineGroupName "
        "members/member/selectionOrder"},
       {}},
      {"lineGroup",
       Object::LineGroup,
       "name",
       "its members",
       {"members/member"},
       {"name distributionAlgorithm rnaReversionTimeOut huntAlgorithmNoAnswer huntAlgorithmBusy "
        "huntAlgorithmNotAvailable autoLogOffHunt members/member/lineSelectionOrder "
        "members/member/directoryNumber/@uuid members/member/directoryNumber/pattern "
        "members/member/directoryNumber/routePartitionName"},
       {}},
      {"devicePool",
       Object::DevicePool,
       "name",
       "",
       {"localRouteGroup"},
       {"name callManagerGroupName automatedAlternateRoutingCssName aarNeighborhoodName mobilityCssName "
        "adjunctCallingSearchSpace cgpnTransformationCssName cdpnTransformationCssName "
        "callingPartyTransformationCSS redirectingPartyTransformationCSS localRouteGroupName "
        "localRouteGroup/name localRouteGroup/value",
        kIncoming},
       {"autoSearchSpaceName dateTimeSettingName mediaResourceListName regionName networkLocale srstName "
        "connectionMonitorDuration locationName physicalLocationName deviceMobilityGroupName revertPriority "
        "singleButtonBarge joinAcrossLines geoLocationName geoLocationFilterName imeEnrolledPatternGroupName "
        "cntdPnTransformationCssName wirelessLanProfileGroup elinGroup mraServiceDomain"}},
      {"phone",
       Object::Phone,
       "name",
       "its lines",
       {"lines/line"},
       {"name description product devicePoolName callingSearchSpaceName rerouteCallingSearchSpaceName "
        "automatedAlternateRoutingCssName cgpnTransformationCssName useDevicePoolCgpnTransformCss "
        "cgpnIngressDN "
        "useDevicePoolCgpnIngressDN hotlineDevice dialRulesName",
        kLineButton},
       {kPhoneSilent, kLineButtonSilent}},
      {"ctiRoutePoint",
       Object::CtiRoutePoint,
       "name",
       "its lines",
       {"lines/line"},
       {"name description devicePoolName callingSearchSpaceName cgpnTransformationCssName "
        "useDevicePoolCgpnTransformCss",
        kLineButton},
       {kCtiSilent, kLineButtonSilent}},
      {"sipTrunk",
       Object::Trunk,
       "name",
       "",
       {"destinations/destination"},
       {kDevice, kIncoming, kIncomingFromPool, kDestinations},
       {kDeviceSilent}},
      {"h323Trunk", Object::Trunk, "name", "", {}, {kDevice, kIncoming, kIncomingFromPool}, {kDeviceSilent}},
      {"h323Gateway",
       Object::Gateway,
       "name",
       "",
       {},
       {kDevice, kIncoming, kIncomingFromPool},
       {kDeviceSilent}},
      {"gatewayEndpointDigitalAccessPri",
       Object::Gateway,
       "name",
       "",
       {},
       {kDevice, kIncoming, kIncomingFromPool},
       {kDeviceSilent}},
      {"gatewayEndpointDigitalAccessT1",
       Object::Gateway,
       "name",
       "",
       {},
       {kDevice, kIncoming, kIncomingFromPool},
       {kDeviceSilent}},
      {"gatewayEndpointDigitalAccessBri",
       Object::Gateway,
       "name",
       "",
       {},
       {kDevice, kIncoming, kIncomingFromPool},
       {kDeviceSilent}},
      {"gatewayEndpointAnalogAccess",
       Object::Gateway,
       "name",
       "",
       {},
       {kDevice, kIncoming, kIncomingFromPool},
       {kDeviceSilent}},
      {"voiceMailPilot", Object::Kept, "dirn", "", {}, {"dirn cssName description isDefault"}, {}},
      {"voiceMailProfile",
       Object::Kept,
       "name",
       "",
       {},
       {"name description isDefault voiceMailboxMask voiceMailPilot/dirn voiceMailPilot/cssName"},
       {"voiceMailPilot/@uuid"}},
      {"serviceParameter",
       Object::ServiceParameter,
       "name",
       "",
       {},
       {"processNodeName name service value valueType"},
       {}},
      {"routePlan",
       Object::RoutePlan,
       "dnOrPattern",
       "what a pattern does with a call: urgency, search spaces, digits and destinations",
       {},
       {"dnOrPattern partition type"},
       {"routeDetail"}},
  };
}

// Defaults of one object that are not everybody's.
struct OwnDefault {
  std::string_view object;
  std::string_view field;
  std::string_view text;
};

constexpr std::array kOwnDefaults{
    OwnDefault{"transPattern", "patternUrgency", "true"},
    OwnDefault{"calledPartyTransformationPattern", "patternUrgency", "true"},
    OwnDefault{"callingPartyTransformationPattern", "patternUrgency", "true"},
    OwnDefault{"routePattern", "networkLocation", "OffNet"},
    OwnDefault{"huntPilot", "provideOutsideDialtone", "false"},
    OwnDefault{"routeGroup", "distributionAlgorithm", "Circular"},
    OwnDefault{"lineGroup", "distributionAlgorithm", "Longest Idle Time"},
    OwnDefault{"routePattern", "usage", "Route"},
    OwnDefault{"transPattern", "usage", "Translation"},
    OwnDefault{"huntPilot", "usage", "Hunt Pilot"},
    OwnDefault{"line", "usage", "Device"},
    OwnDefault{"callPark", "usage", "CallPark"},
    OwnDefault{"directedCallPark", "usage", "Directed Call Park"},
    OwnDefault{"callPickupGroup", "usage", "Call Pick Up Group"},
    OwnDefault{"meetMe", "usage", "Conference"},
    OwnDefault{"messageWaiting", "usage", "Message Waiting"},
    OwnDefault{"calledPartyTransformationPattern", "usage", "Called Party Number Transformation"},
    OwnDefault{"callingPartyTransformationPattern", "usage", "Translation Calling Party Number"},
    OwnDefault{"enterpriseFeatureAccessConfiguration", "usage", "Mobility Enterprise Feature Access"},
    OwnDefault{"mobileVoiceAccess", "usage", "Mobility IVR"},
};

}  // namespace

ObjectShape::ObjectShape(std::string_view name, Object object, std::string_view key,
                         std::string_view missingInList, Paths groups, Paths fields, Paths silent)
    : name_(name),
      object_(object),
      key_(FieldName::intern(key)),
      missingInList_(missingInList),
      groups_(groups) {
  for (const std::string_view paths : fields) add(paths, Role::Field);
  for (const std::string_view paths : silent) add(paths, Role::Silent);
  add(kSilentAnywhere, Role::Silent);
  if (name.starts_with("gatewayEndpoint")) roles_.emplace(kEndpoint, FieldRole{Role::Wrapper, {}});
  for (const ShapeField& field : fields_) {
    const auto* own = std::find_if(kOwnDefaults.begin(), kOwnDefaults.end(), [&](const OwnDefault& row) {
      return row.object == name_ && field.name == row.field;
    });
    const std::string_view text = own != kOwnDefaults.end() ? own->text : commonDefaultOf(field.name);
    if (!text.empty()) defaults_.emplace_back(field.name, text);
  }
}

void ObjectShape::add(std::string_view paths, Role role) {
  while (!paths.empty()) {
    const std::string_view path = paths.substr(0, paths.find(' '));
    paths.remove_prefix(std::min(paths.size(), path.size() + 1));
    const auto group = std::find_if(groups_.begin(), groups_.end(), [&](std::string_view one) {
      return path.starts_with(one) && path.size() > one.size() && path[one.size()] == '/';
    });
    const bool inGroup = group != groups_.end();
    const FieldName name = FieldName::intern(inGroup ? path.substr(group->size() + 1) : path);
    if (!roles_.emplace(path, FieldRole{role, name}).second) continue;
    if (role == Role::Field) fields_.push_back({name, inGroup ? FieldName::intern(*group) : FieldName()});
    for (std::size_t slash = path.find('/'); slash != std::string_view::npos;
         slash = path.find('/', slash + 1)) {
      const std::string_view parent = path.substr(0, slash);
      if (inGroup && parent == *group) {
        roles_.emplace(parent, FieldRole{Role::Group, FieldName::intern(parent)});
      } else if (path[slash + 1] != '@') {
        roles_.emplace(parent, FieldRole{Role::Container, {}});
      }
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

std::string_view ObjectShape::defaultOf(FieldName field) const {
  const auto found =
      std::find_if(defaults_.begin(), defaults_.end(), [&](const auto& one) { return one.first == field; });
  return found == defaults_.end() ? std::string_view() : found->second;
}

const std::vector<ObjectShape>& shapes() {
  static const std::vector<ObjectShape> all = [] {
    FieldName::intern(kOpenDestination);
    return makeShapes();
  }();
  return all;
}

void loadVocabulary() { shapes(); }

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
