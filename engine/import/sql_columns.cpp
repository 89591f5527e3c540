#include "engine/import/sql_columns.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace dialscope::import {
namespace {

using enum SqlValue;

template <std::size_t first, std::size_t second>
constexpr std::array<SqlColumn, first + second> joined(const SqlColumn (&one)[first],
                                                       const SqlColumn (&other)[second]) {
  std::array<SqlColumn, first + second> all;
  std::copy(other, other + second, std::copy(one, one + first, all.begin()));
  return all;
}

constexpr SqlColumn kPatternColumns[] = {
    {"dnorpattern routepattern translationpattern huntpilot pattern directorynumber dn number", "pattern",
     Control, ""},
    {"tkpatternusage patternusage usage type", "usage", PatternUsage, ""},
    {"partition routepartition partitionname routepartitionname ptname rpname pt fkroutepartition name",
     "routePartitionName", Name, "partition"},
    {"description patterndescription", "description", Text, ""},
    {"patternurgency urgent urgency", "patternUrgency", Flag, "urgency"},
    {"blockenable block blocked", "blockEnable", Flag, "blocking"},
    {"tkreleasecausevalue releasecause", "releaseClause", Cause, ""},
    {"tknetworklocation networklocation callclassification", "networkLocation", Location, ""},
    {"outsidedialtone", "provideOutsideDialtone", Flag, "outside dial tone"},
    {"supportoverlapsending", "supportOverlapSending", Flag, ""},
    {"deviceoverride", "allowDeviceOverride", Flag, ""},
    {"discarddigits ddi ddiname discard digitdiscardinstruction fkdigitdiscardinstruction",
     "digitDiscardInstructionName", Discard, "discarded digits"},
    {"calledpartytransformationmask calledmask mask", "calledPartyTransformationMask", Text,
     "called party mask"},
    {"prefixdigitsout calledprefix prefix prefixdigits", "prefixDigitsOut", Text, "called party prefix"},
    {"prefixdigitsout calledprefix prefix prefixdigits", "calledPartyPrefixDigits", Text, ""},
    {"tkstatususefullyqualcallingpartynum usecallingpartysexternalmask useexternalmask",
     "useCallingPartyPhoneMask", Status, "use of the external phone number mask"},
    {"callingpartytransformationmask callingmask", "callingPartyTransformationMask", Text,
     "calling party mask"},
    {"callingpartyprefixdigits callingprefix", "callingPartyPrefixDigits", Text, "calling party prefix"},
    {"tkpresentationbitcallingline", "callingLinePresentationBit", Presentation, ""},
    {"tkpresentationbitcallingname", "callingNamePresentationBit", Presentation, ""},
    {"tkpresentationbitconnectedline", "connectedLinePresentationBit", Presentation, ""},
    {"tkpresentationbitconnectedname", "connectedNamePresentationBit", Presentation, ""},
    {"tkpatternprecedence", "patternPrecedence", Precedence, ""},
    {"tknumberingplancalling", "callingPartyNumberingPlan", NumberingPlan, ""},
    {"tknumberingplancalled", "calledPartyNumberingPlan", NumberingPlan, ""},
    {"tkpriofnumbercalling", "callingPartyNumberType", NumberType, ""},
    {"tkpriofnumbercalled", "calledPartyNumberType", NumberType, ""},
    {"tkpatternrouteclass", "routeClass", RouteClass, ""},
    {"dialplan dialplanname fkdialplan", "dialPlanName", Name, ""},
    {"routefilter routefiltername fkroutefilter", "routeFilterName", Name, ""},
    {"authorizationcoderequired", "authorizationCodeRequired", Flag, ""},
    {"authorizationlevelrequired", "authorizationLevelRequired", Text, ""},
    {"clientcoderequired", "clientCodeRequired", Flag, ""},
    {"isemergencyservicenumber", "isEmergencyServiceNumber", Flag, ""},
    {"translationcss css cssname callingsearchspace fkcallingsearchspacetranslation fkcallingsearchspacemwi",
     "callingSearchSpaceName", Name, "calling search space of translations"},
    {"useoriginatorcss", "useOriginatorCss", Flag, "use of the originator's calling search space"},
    {"dontwaitforidtatsubsequenthops dontwait", "dontWaitForIDTOnSubsequentHops", Flag, "do not wait"},
    {"routenexthopbycgpn", "routeNextHopByCgpn", Flag, ""},
    {"mlpppreemptiondisabled", "mlppPreemptionDisabled", Flag, ""},
    {"linecss css cssname fkcallingsearchspacesharedlineappear", "shareLineAppearanceCssName", Name,
     "calling search space of lines"},
    {"aardestinationmask", "aarDestinationMask", Text, ""},
    {"aarneighborhood fkaarneighborhood", "aarNeighborhoodName", Name, ""},
    {"voicemailprofile fkvoicemessagingprofile", "voiceMailProfileName", Name, ""},
    {"alertingname", "alertingName", Text, ""},
    {"iscallable", "active", Flag, ""},
    {"withtag", "withTag", Text, ""},
    {"withvalueclause", "withValueClause", Text, ""},
    {"resourceprioritynamespace", "resourcePriorityNamespaceName", Name, ""},
    {"externalcallcontrolprofile externalcallprofile", "externalCallControl", Name, ""},
    {"externalcallcontrolprofile externalcallprofile", "externalCallControlProfile", Name, ""},
    {"displayconnectedpartynumber", "displayConnectedNumber", Flag, ""},
    {"ismessagewaitingon", "messageWaitingIndicator", Flag, ""},
    {"callmanager", "callManagerName", Name, ""},
    {"dnorpatternipv6", "dnOrPatternIpv6", Text, ""},
    {"routeonuserpart", "routeOnUserPart", Flag, ""},
    {"usecallercss", "useCallerCss", Flag, ""},
    {"cfbdestination", "callForwardBusy/destination", Text, ""},
    {"cfbvoicemailenabled", "callForwardBusy/forwardToVoiceMail", Flag, ""},
    {"fkcallingsearchspacecfb", "callForwardBusy/callingSearchSpaceName", Name, ""},
    {"cfbintdestination", "callForwardBusyInt/destination", Text, ""},
    {"cfbintvoicemailenabled", "callForwardBusyInt/forwardToVoiceMail", Flag, ""},
    {"fkcallingsearchspacecfbint", "callForwardBusyInt/callingSearchSpaceName", Name, ""},
    {"cfnadestination", "callForwardNoAnswer/destination", Text, ""},
    {"cfnavoicemailenabled", "callForwardNoAnswer/forwardToVoiceMail", Flag, ""},
    {"fkcallingsearchspacecfna", "callForwardNoAnswer/callingSearchSpaceName", Name, ""},
    {"cfnaduration", "callForwardNoAnswer/duration", Text, ""},
    {"cfnaintdestination", "callForwardNoAnswerInt/destination", Text, ""},
    {"cfnaintvoicemailenabled", "callForwardNoAnswerInt/forwardToVoiceMail", Flag, ""},
    {"fkcallingsearchspacecfnaint", "callForwardNoAnswerInt/callingSearchSpaceName", Name, ""},
    {"cfurdestination", "callForwardNotRegistered/destination", Text, ""},
    {"cfurvoicemailenabled", "callForwardNotRegistered/forwardToVoiceMail", Flag, ""},
    {"fkcallingsearchspacecfur", "callForwardNotRegistered/callingSearchSpaceName", Name, ""},
    {"cfurintdestination", "callForwardNotRegisteredInt/destination", Text, ""},
    {"cfurintvoicemailenabled", "callForwardNotRegisteredInt/forwardToVoiceMail", Flag, ""},
    {"fkcallingsearchspacecfurint", "callForwardNotRegisteredInt/callingSearchSpaceName", Name, ""},
    {"pffdestination", "callForwardNoCoverage/destination", Text, ""},
    {"pffvoicemailenabled", "callForwardNoCoverage/forwardToVoiceMail", Flag, ""},
    {"fkcallingsearchspacepff", "callForwardNoCoverage/callingSearchSpaceName", Name, ""},
    {"pffintdestination", "callForwardNoCoverageInt/destination", Text, ""},
    {"pffintvoicemailenabled", "callForwardNoCoverageInt/forwardToVoiceMail", Flag, ""},
    {"fkcallingsearchspacepffint", "callForwardNoCoverageInt/callingSearchSpaceName", Name, ""},
    {"devicefailuredn", "callForwardOnFailure/destination", Text, ""},
    {"cfdfvoicemailenabled", "callForwardOnFailure/forwardToVoiceMail", Flag, ""},
    {"fkcallingsearchspacedevicefailure", "callForwardOnFailure/callingSearchSpaceName", Name, ""},
    {"cfaptdestination", "callForwardAlternateParty/destination", Text, ""},
    {"cfaptvoicemailenabled", "callForwardAlternateParty/forwardToVoiceMail", Flag, ""},
    {"fkcallingsearchspacecfapt", "callForwardAlternateParty/callingSearchSpaceName", Name, ""},
    {"cfaptduration", "callForwardAlternateParty/duration", Text, ""},
    {"parkmonforwardnoretrievedn", "parkMonForwardNoRetrieveDn", Text, ""},
    {"parkmonforwardnoretrieveintdn", "parkMonForwardNoRetrieveIntDn", Text, ""},
    {"parkmonforwardnoretrievevmenabled", "parkMonForwardNoRetrieveVmEnabled", Flag, ""},
    {"parkmonforwardnoretrieveintvmenabled", "parkMonForwardNoRetrieveIntVmEnabled", Flag, ""},
    {"fkcallingsearchspacepkmonfwdnoret", "parkMonForwardNoRetrieveCssName", Name, ""},
    {"fkcallingsearchspacepkmonfwdnoretint", "parkMonForwardNoRetrieveIntCssName", Name, ""},
    {"revertdestination", "reversionPattern", Text, ""},
    {"fkcallingsearchspacerevert", "revertCssName", Name, ""},
    {"routelist destination gateway trunk device huntlist", "destination", Control, "destination"},
    {"routegroup routegroupname", "routegroup", Control, ""},
    {"selectionorder sortorder order", "order", Control, ""},
};

constexpr std::string_view kPatternSilent =
    "tkmixer dialplanwizardgenid userholdmohaudiosourceid networkholdmohaudiosourceid "
    "callforwardexpansionmask tkautoanswer personalroutingenabled cssforcfa pffcfb pffcfna "
    "fkcallingsearchspacereroute fkmatrixpresence allowcticontrolflag alertingnameascii resettoggle tkreset "
    "aarkeepcallhistory aarvoicemailenabled cfhrdn cfhrintdn cfhrintvmenabled cfhrvmenabled "
    "fkcallingsearchspacecfhr fkcallingsearchspacecfhrint hrduration hrinterval iknumplanparkcode "
    "cfhrduration tkdevicesecuritymodeminimumallowed tkcfacssactivationpolicy fkdeviceintercomdefault "
    "tkstatuspartyentrancetone parkmonreversiontimer rejectanonymouscall calreference tkcalmode "
    "nfkccaprofileid islocalroutegroup fkcallmanager fkexternalcallcontrolprofile "
    "fkresourceprioritynamespace";

constexpr SqlColumn kForwardColumns[] = {
    {"fknumplan", "line", Control, ""},
    {"cfadestination", "callForwardAll/destination", Text, ""},
    {"cfavoicemailenabled", "callForwardAll/forwardToVoiceMail", Flag, ""},
    {"fkcallingsearchspacecfa", "callForwardAll/callingSearchSpaceName", Name, ""},
    {"fkcallingsearchspacescfa", "callForwardAll/secondaryCallingSearchSpaceName", Name, ""},
};

constexpr SqlColumn kAlternateNumberColumns[] = {
    {"fknumplan", "line", Control, ""},
    {"dnormask", "mask", Control, ""},
    {"tkglobalnumber", "class", Control, ""},
};

constexpr SqlColumn kPartitionColumns[] = {
    {"partition routepartition partitionname routepartitionname ptname name", "name", Text, ""},
    {"description", "description", Text, ""},
    {"timeschedule fktimeschedule", "timeScheduleIdName", Name, "time schedule"},
    {"useoriginatingdevicetimezone", "useOriginatingDeviceTimeZone", Flag, "whose time zone holds"},
    {"timezone timezonename", "timeZone", Text, "name of the time zone"},
    {"tkpartitionusage partitionusage", "partitionUsage", PartitionUsage, ""},
};

constexpr SqlColumn kSearchSpaceColumns[] = {
    {"css cssname callingsearchspace name", "name", Text, ""},
    {"description", "description", Text, ""},
    {"clause", "clause", Text, ""},
    {"tkpartitionusage partitionusage", "partitionUsage", PartitionUsage, ""},
};

constexpr SqlColumn kSearchSpaceMemberColumns[] = {
    {"css cssname callingsearchspace fkcallingsearchspace name", "owner", Name, ""},
    {"partition routepartition partitionname routepartitionname ptname rpname fkroutepartition name",
     "members/member/routePartitionName", Name, ""},
    {"sortorder selectionorder order", "members/member/index", Text,
     "which partition is searched first, so they are taken as printed (select sortorder too)"},
    {"description", "description", Text, ""},
    {"clause", "clause", Text, ""},
};

constexpr SqlColumn kRouteGroupColumns[] = {
    {"routegroup routegroupname name", "name", Text, ""},
    {"tkdistributealgorithm distributionalgorithm", "distributionAlgorithm", Distribution, ""},
    {"description", "description", Text, ""},
    {"islocalroutegroup", "islocal", Control, ""},
};

constexpr SqlColumn kRouteGroupMemberColumns[] = {
    {"routegroup routegroupname fkroutegroup name", "owner", Name, ""},
    {"device devicename gateway trunk fkdevice", "members/member/deviceName", Name, ""},
    {"deviceselectionorder selectionorder sortorder order", "members/member/deviceSelectionOrder", Text, ""},
    {"port", "members/member/port", Text, ""},
    {"tkdistributealgorithm distributionalgorithm algorithm", "distributionAlgorithm", Distribution, ""},
};

constexpr SqlColumn kListMemberColumns[] = {
    {"routelist routelistname huntlist fkdevice name", "owner", Name, ""},
    {"routegroup routegroupname fkroutegroup", "members/member/routeGroupName", Name, ""},
    {"linegroup linegroupname fklinegroup", "members/member/lineGroupName", Name, ""},
    {"selectionorder sortorder order", "members/member/selectionOrder", Text, ""},
    {"discarddigits ddi ddiname discard fkdigitdiscardinstruction",
     "members/member/digitDiscardInstructionName", Discard, ""},
    {"calledpartytransformationmask mask", "members/member/calledPartyTransformationMask", Text, ""},
    {"prefixdigitsout prefix", "members/member/prefixDigitsOut", Text, ""},
    {"tkstatususefullyqualcallingpartynum", "members/member/useFullyQualifiedCallingPartyNumber", Status, ""},
    {"callingpartytransformationmask", "members/member/callingPartyTransformationMask", Text, ""},
    {"callingpartyprefixdigits", "members/member/callingPartyPrefixDigits", Text, ""},
    {"islocalroutegroup", "islocal", Control, ""},
};

constexpr SqlColumn kLineGroupColumns[] = {
    {"linegroup linegroupname name", "name", Text, ""},
    {"tkdistributealgorithm distributionalgorithm algorithm", "distributionAlgorithm", Distribution,
     "distribution algorithm"},
    {"rnareversiontimeout", "rnaReversionTimeOut", Text, ""},
    {"tkhuntalgorithmrna tkhuntalgorithmna tkhuntalgorithmnoanswer huntalgorithmrna huntalgorithmnoanswer",
     "huntAlgorithmNoAnswer", HuntAlgorithm, "hunt algorithm for no answer"},
    {"tkhuntalgorithmbusy huntalgorithmbusy", "huntAlgorithmBusy", HuntAlgorithm, "hunt algorithm for busy"},
    {"tkhuntalgorithmdown tkhuntalgorithmnotavailable huntalgorithmdown huntalgorithmnotavailable",
     "huntAlgorithmNotAvailable", HuntAlgorithm, "hunt algorithm for not available"},
    {"autologoffhunt", "autoLogOffHunt", Flag, ""},
};

constexpr SqlColumn kLineGroupMemberColumns[] = {
    {"linegroup linegroupname fklinegroup name", "owner", Name, ""},
    {"dnorpattern pattern directorynumber dn", "members/member/directoryNumber/pattern", Text, ""},
    {"partition routepartition ptname", "members/member/directoryNumber/routePartitionName", Text, ""},
    {"fknumplan", "line", Control, ""},
    {"lineselectionorder selectionorder sortorder order", "members/member/lineSelectionOrder", Text, ""},
    {"tkdistributealgorithm distributionalgorithm algorithm", "distributionAlgorithm", Distribution, ""},
    {"rnareversiontimeout", "rnaReversionTimeOut", Text, ""},
};

// What a device, or its pool in its place, does to the numbers of calls that come from it.
constexpr SqlColumn kIncomingColumns[] = {
    {"nationalprefix", "callingPartyNationalPrefix", Text, ""},
    {"nationalstripdigits", "callingPartyNationalStripDigits", Text, ""},
    {"fkcallingsearchspacecgpnnational", "callingPartyNationalTransformationCssName", Name, ""},
    {"callednationalprefix", "calledPartyNationalPrefix", Text, ""},
    {"callednationalstripdigits", "calledPartyNationalStripDigits", Text, ""},
    {"fkcallingsearchspacecallednational", "calledPartyNationalTransformationCssName", Name, ""},
    {"internationalprefix", "callingPartyInternationalPrefix", Text, ""},
    {"internationalstripdigits", "callingPartyInternationalStripDigits", Text, ""},
    {"fkcallingsearchspacecgpnintl", "callingPartyInternationalTransformationCssName", Name, ""},
    {"calledinternationalprefix", "calledPartyInternationalPrefix", Text, ""},
    {"calledinternationalstripdigits", "calledPartyInternationalStripDigits", Text, ""},
    {"fkcallingsearchspacecalledintl", "calledPartyInternationalTransformationCssName", Name, ""},
    {"unknownprefix", "callingPartyUnknownPrefix", Text, ""},
    {"unknownstripdigits", "callingPartyUnknownStripDigits", Text, ""},
    {"fkcallingsearchspacecgpnunknown", "callingPartyUnknownTransformationCssName", Name, ""},
    {"calledunknownprefix", "calledPartyUnknownPrefix", Text, ""},
    {"calledunknownstripdigits", "calledPartyUnknownStripDigits", Text, ""},
    {"fkcallingsearchspacecalledunknown", "calledPartyUnknownTransformationCssName", Name, ""},
    {"subscriberprefix", "callingPartySubscriberPrefix", Text, ""},
    {"subscriberstripdigits", "callingPartySubscriberStripDigits", Text, ""},
    {"fkcallingsearchspacecgpnsubscriber", "callingPartySubscriberTransformationCssName", Name, ""},
    {"calledsubscriberprefix", "calledPartySubscriberPrefix", Text, ""},
    {"calledsubscriberstripdigits", "calledPartySubscriberStripDigits", Text, ""},
    {"fkcallingsearchspacecalledsubscriber", "calledPartySubscriberTransformationCssName", Name, ""},
};

constexpr SqlColumn kOwnDeviceColumns[] = {
    {"device devicename name", "name", Text, ""},
    {"description", "description", Text, ""},
    {"tkclass class", "class", Control, ""},
    {"routelistenabled", "enabled", Control, ""},
    {"tknetworklocation networklocation", "networkLocation", Location, ""},
    {"devicepool devicepoolname fkdevicepool", "devicePoolName", Name, ""},
    {"css cssname devicecss callingsearchspace fkcallingsearchspace", "callingSearchSpaceName", Name, ""},
    {"fkcallingsearchspacereroute", "rerouteCallingSearchSpaceName", Name, ""},
    {"fkcallingsearchspacecgpningressdn", "callingPartyTransformationCSS", Name, ""},
    {"fkcallingsearchspacerdntransform", "redirectingPartyTransformationCSS", Name, ""},
    {"fkcallingsearchspaceaar", "automatedAlternateRoutingCssName", Name, ""},
    {"fkcallingsearchspacecgpntransform", "cgpnTransformationCssName", Name, ""},
    {"usedevicepoolcgpntransformcss", "useDevicePoolCgpnTransformCss", Flag, ""},
    {"fkcallingsearchspacecdpntransform", "cdpnTransformationCssName", Name, ""},
    {"usedevicepoolcdpntransformcss", "useDevicePoolCdpnTransformCss", Flag, ""},
    {"hotlinedevice", "hotlineDevice", Text, ""},
};

constexpr auto kDeviceColumns = joined(kOwnDeviceColumns, kIncomingColumns);

constexpr std::string_view kDeviceSilent =
    "tkmodel tkdeviceprotocol tkprotocolside specialloadinformation fkphonetemplate ctiid fkprocessnode "
    "defaultdtmfcapability fklocation tkproduct dialplanwizardgenid deviceleveltraceflag fkenduser "
    "allowhotelingflag "
    "tkdeviceprofile ikdevicedefaultprofile fkmediaresourcelist userholdmohaudiosourceid "
    "networkholdmohaudiosourceid "
    "unit subunit tkcountry tkuserlocale tkproductbase fkaarneighborhood fksoftkeytemplate "
    "retryvideocallasaudio "
    "fkcallmanagergroup tkstatusmlppindicationstatus tkpreemption tkstatusbuiltinbridge "
    "mtprequired "
    "tkqsig tkpacketcapturemode packetcaptureduration authenticationstring tkcertificatestatus "
    "upgradefinishtime "
    "fkmlppdomain transmitutf8 ignorepi v150modemrelaycapable tkcertificateoperation "
    "fksecurityprofile fkdialrules fkcallingsearchspacerefer unattendedport tkdtmfsignaling "
    "requiredtmfreception "
    "publickey fksipprofile rfc2833disabled allowcticontrolflag datetimeinserted sshpassword sshuserid "
    "fkcallingsearchspacerestrict fkmatrixpresence fkcommonphoneconfig tkkeyauthority "
    "tksipcodecmtppreferredorigcodec md5hash srtpallowed isstandard resettoggle tkreset versionstamp "
    "fkcommondeviceconfig huntlistforvm remotedevice tkstatusdevicemobilitymode dndtimeout tkdndoption "
    "tkringsettingdnd isdualmode fkendusermobility tkoutboundcallrollover tkphonepersonalization "
    "tkstatusjoinacrosslines tkbarge tkstatususetrustedrelaypoint istrustedrelaypoint srtpfallbackallowed "
    "ispaienabled isrpidenabled tksipprivacy tksipassertedtype ikdeviceprimaryphone isactive isprotected "
    "tkphoneservicedisplay fkgeolocation sendgeolocation pstnaccess runonallnodes enableixchannel "
    "tkdevicetrustmode "
    "calreference tkcalmode ndescription msisdn";

constexpr SqlColumn kDeviceLineColumns[] = {
    {"device devicename phone name fkdevice", "owner", Name, ""},
    {"fknumplan", "line", Control, ""},
    {"numplanindex lineindex button", "lines/line/index", Text, ""},
    {"label", "lines/line/label", Text, ""},
    {"e164mask externalmask externalphonenumbermask", "lines/line/e164Mask", Text, ""},
    {"dnorpattern pattern directorynumber dn", "lines/line/dirn/pattern", Text, ""},
    {"partition routepartition partitionname ptname rpname", "lines/line/dirn/routePartitionName", Text, ""},
    {"devicepool devicepoolname", "devicePoolName", Text, ""},
    {"devicecss", "callingSearchSpaceName", Text, ""},
    {"tkclass class", "class", Control, ""},
};

constexpr std::string_view kDeviceLineSilent =
    "display displayascii labelascii tkringsetting tkringsettingconsecutive ctiid "
    "tkringsettingidlepickupalert "
    "tkringsettingactivepickupalert maxnumcalls busytrigger callinfodisplaymask dialplanwizardgenid "
    "mwlpolicy "
    "tkmwlpolicy tkstatusmwl tkstatuslogmissedcalls logmissedcalls fkrecordingprofile recordingflag "
    "fkcallingsearchspacemonitoring tkstatusaudiblemwi audiblemwi speeddial tkpartitionusage "
    "missedcalllogging "
    "tkrecordingmedia tkpreferredmediasource description";

constexpr SqlColumn kOwnDevicePoolColumns[] = {
    {"devicepool devicepoolname name", "name", Text, ""},
    {"cgpntransformationcss fkcallingsearchspacecgpntransform", "cgpnTransformationCssName", Name, ""},
    {"cdpntransformationcss fkcallingsearchspacecdpntransform", "cdpnTransformationCssName", Name, ""},
    {"fkcallingsearchspaceaar", "automatedAlternateRoutingCssName", Name, ""},
    {"fkcallingsearchspaceadjunct", "adjunctCallingSearchSpace", Name, ""},
    {"fkcallingsearchspacemobility", "mobilityCssName", Name, ""},
};

constexpr auto kDevicePoolColumns = joined(kOwnDevicePoolColumns, kIncomingColumns);

constexpr std::string_view kDevicePoolSilent =
    "fkcallmanagergroup fkcallingsearchspaceautoregistration tkrevertpriority fkmraservicedomain "
    "fkdatetimesetting "
    "fkregion fkmediaresourcelist fklocation tkcountry fksrst tkbarge tkstatusjoinacrosslines "
    "fkphysicallocation "
    "fkdevicemobilitygroup fkwirelesslanprofilegroup connectionmonitorduration fkgeolocation "
    "fkgeolocationfilterlp "
    "fkcallingsearchspacecntdpntransform fkaarneighborhood resettoggle tkreset dialplanwizardgenid";

constexpr SqlColumn kDevicePoolGroupColumns[] = {
    {"devicepool devicepoolname fkdevicepool name", "owner", Name, ""},
    {"localroutegroup fkroutegrouplocal", "localRouteGroup/name", Name, ""},
    {"routegroup routegroupname fkroutegroup", "localRouteGroup/value", Name, ""},
};

constexpr SqlColumn kNameColumns[] = {{"name", "name", Text, ""}};

constexpr SqlColumn kDiscardColumns[] = {{"name", "name", Text, ""}, {"clause", "clause", Control, ""}};

constexpr SqlColumn kTagColumns[] = {{"tag", "name", Text, ""}};

constexpr SqlColumn kRouteFilterColumns[] = {
    {"routefilter routefiltername name", "name", Text, ""},
    {"dialplan dialplanname fkdialplan", "dialPlanName", Name, ""},
    {"clause", "clause", Text, ""},
};

constexpr SqlColumn kRouteFilterMemberColumns[] = {
    {"routefilter routefiltername fkroutefilter name", "owner", Name, ""},
    {"dialplantag tag tagname fkdialplantag", "members/member/dialPlanTagName", Name, ""},
    {"operator tkoperator", "members/member/operator", FilterOperator, ""},
    {"digits", "members/member/digits", Text, "digits"},
    {"priority precedence sortorder order", "members/member/priority", Text, "which terms hold together"},
    {"dialplan dialplanname", "dialPlanName", Text, ""},
    {"clause", "clause", Text, ""},
};

constexpr SqlColumn kTimePeriodColumns[] = {
    {"timeperiod timeperiodname name", "name", Text, ""},
    {"description", "description", Text, ""},
    {"starttime timeofdaystart tktimeofdaystart", "startTime", TimeOfDay, "start"},
    {"endtime timeofdayend tktimeofdayend", "endTime", TimeOfDay, "end"},
    {"startday dayofweekstart tkdayofweekstart", "startDay", Weekday, "first weekday"},
    {"endday dayofweekend tkdayofweekend", "endDay", Weekday, "last weekday"},
    {"monthofyear tkmonthofyear monthofyearstart tkmonthofyearstart", "monthOfYear", Month, "first month"},
    {"dayofmonth dayofmonthstart", "dayOfMonth", Text, "first day of the month"},
    {"monthofyearend tkmonthofyearend", "monthOfYearEnd", Month, "last month"},
    {"dayofmonthend", "dayOfMonthEnd", Text, "last day of the month"},
    {"ispublished", "isPublished", Flag, ""},
};

constexpr SqlColumn kScheduleColumns[] = {
    {"timeschedule timeschedulename name", "name", Text, ""},
    {"description", "description", Text, ""},
    {"ispublished", "isPublished", Flag, ""},
    {"timeschedulecategory tktimeschedulecategory", "timeScheduleCategory", ScheduleCategory, ""},
};

constexpr SqlColumn kScheduleMemberColumns[] = {
    {"timeschedule timeschedulename fktimeschedule name", "owner", Name, ""},
    {"timeperiod timeperiodname fktimeperiod", "members/member/timePeriodName", Name, ""},
};

constexpr SqlColumn kParameterColumns[] = {
    {"paramname", "name", Text, ""},
    {"paramvalue", "value", Text, ""},
    {"processnode fkprocessnode", "processNodeName", Name, ""},
    {"tkservice service", "service", Text, ""},
};

// The first whose needs are met is it: those that say most stand in front.
constexpr TableShape kShapes[] = {
    {"alternatenumber", SqlRows::AlternateNumbers, "line", "", "line", "fknumplan dnormask",
     kAlternateNumberColumns, "isaar"},
    {"callforwarddynamic", SqlRows::Forwards, "line", "", "line", "fknumplan cfadestination", kForwardColumns,
     "tkcfacssactivationpolicy dialplanwizardgenid datetimestamp"},
    {"linegroupnumplanmap", SqlRows::Members, "lineGroup", "members/member", "owner",
     "fklinegroup|linegroup|linegroupname|name fknumplan|dnorpattern|pattern|directorynumber|dn "
     "lineselectionorder",
     kLineGroupMemberColumns, "dialplanwizardgenid"},
    {"linegroupnumplanmap", SqlRows::Members, "lineGroup", "members/member", "owner",
     "linegroup|linegroupname fknumplan|dnorpattern|pattern|directorynumber|dn "
     "selectionorder|sortorder|order",
     kLineGroupMemberColumns, ""},
    {"routefiltermember", SqlRows::Members, "routeFilter", "members/member", "owner",
     "fkroutefilter|routefilter|routefiltername|name fkdialplantag|dialplantag|tag|tagname "
     "tkoperator|operator",
     kRouteFilterMemberColumns, "dialplanwizardgenid fkdialplan"},
    {"devicenumplanmap", SqlRows::DeviceLines, "phone", "lines/line", "owner",
     "fkdevice|device|devicename|phone|name fknumplan|dnorpattern|pattern|dn numplanindex|e164mask",
     kDeviceLineColumns, kDeviceLineSilent},
    {"devicepoolroutegroupmap", SqlRows::Members, "devicePool", "localRouteGroup", "owner",
     "fkdevicepool|devicepool fkroutegroup|routegroup", kDevicePoolGroupColumns, ""},
    {"routegroupdevicemap", SqlRows::Members, "routeGroup", "members/member", "owner",
     "fkroutegroup|routegroup|name fkdevice|device|devicename|gateway|trunk deviceselectionorder",
     kRouteGroupMemberColumns, "dialplanwizardgenid"},
    {"numplan", SqlRows::Patterns, "", "", "pattern",
     "dnorpattern|routepattern|translationpattern|huntpilot|pattern|directorynumber", kPatternColumns,
     kPatternSilent},
    {"routelist", SqlRows::ListMembers, "routeList", "members/member", "owner",
     "fkdevice|routelist|routelistname|huntlist|name "
     "fkroutegroup|routegroup|routegroupname|fklinegroup|linegroup "
     "selectionorder|sortorder|order",
     kListMemberColumns,
     "dialplanwizardgenid tknumberingplancalling tknumberingplancalled tkpriofnumbercalling "
     "tkpriofnumbercalled"},
    {"callingsearchspacemember", SqlRows::Members, "css", "members/member", "owner",
     "css|cssname|callingsearchspace|fkcallingsearchspace|name "
     "partition|routepartition|routepartitionname|partitionname|ptname|rpname|fkroutepartition|name "
     "sortorder|order",
     kSearchSpaceMemberColumns, "dialplanwizardgenid"},
    {"timescheduletimeperiodmap", SqlRows::Members, "timeSchedule", "members/member", "owner",
     "fktimeschedule|timeschedule|timeschedulename|name fktimeperiod|timeperiod|timeperiodname",
     kScheduleMemberColumns, ""},
    {"processconfig", SqlRows::Objects, "serviceParameter", "", "name", "paramname paramvalue",
     kParameterColumns, "tkparam isenabled"},
    {"linegroup", SqlRows::Objects, "lineGroup", "", "name",
     "name|linegroup|linegroupname "
     "rnareversiontimeout|tkhuntalgorithmrna|tkhuntalgorithmna|tkhuntalgorithmnoanswer|huntalgorithmnoanswer|"
     "tkhuntalgorithmbusy|huntalgorithmbusy",
     kLineGroupColumns, "dialplanwizardgenid resettoggle tkreset"},
    {"routegroup", SqlRows::RouteGroups, "routeGroup", "", "name",
     "name|routegroup|routegroupname islocalroutegroup|tkdistributealgorithm", kRouteGroupColumns,
     "dialplanwizardgenid"},
    {"dialplantag", SqlRows::Names, "", "", "name", "pkid tag", kTagColumns,
     "fkdialplan suppressfromroutefilter dialplanwizardgenid"},
    {"routefilter", SqlRows::Objects, "routeFilter", "", "name",
     "routefilter|routefiltername dialplan|dialplanname|fkdialplan|clause", kRouteFilterColumns, ""},
    {"routefilter", SqlRows::Objects, "routeFilter", "", "name",
     "name dialplan|dialplanname|fkdialplan resettoggle|tkreset", kRouteFilterColumns,
     "resettoggle tkreset dialplanwizardgenid"},
    {"digitdiscardinstruction", SqlRows::Names, "", "", "name", "pkid name fkdialplan", kDiscardColumns,
     "fkdialplan dialplanwizardgenid tkddi"},
    {"callingsearchspace", SqlRows::Objects, "css", "", "name", "css|cssname|callingsearchspace|name clause",
     kSearchSpaceColumns, "dialplanwizardgenid"},
    {"routepartition", SqlRows::Objects, "routePartition", "", "name",
     "partition|routepartition|routepartitionname|partitionname|name "
     "fktimeschedule|timeschedule|useoriginatingdevicetimezone|tktimezone|timezone|tkpartitionusage",
     kPartitionColumns, "dialplanwizardgenid tktimezone resettoggle tkreset"},
    {"device", SqlRows::Devices, "", "", "name", "name|device|devicename tkclass|tkmodel|fkdevicepool",
     kDeviceColumns, kDeviceSilent},
    {"devicepool", SqlRows::Objects, "devicePool", "", "name",
     "name|devicepool fkregion|fkcallmanagergroup|fkdatetimesetting", kDevicePoolColumns, kDevicePoolSilent},
    {"timeperiod", SqlRows::Objects, "timePeriod", "", "name",
     "name|timeperiod|timeperiodname "
     "starttime|timeofdaystart|tktimeofdaystart|startday|dayofweekstart|tkdayofweekstart|dayofmonth|"
     "monthofyear|tkmonthofyear",
     kTimePeriodColumns, "fkenduser todownerid"},
    {"timeschedule", SqlRows::Objects, "timeSchedule", "", "name",
     "name|timeschedule|timeschedulename timeschedulecategory|tktimeschedulecategory", kScheduleColumns,
     "isstandard fkenduser"},
    {"callingsearchspacemember", SqlRows::Members, "css", "members/member", "owner",
     "css|cssname|callingsearchspace|fkcallingsearchspace "
     "partition|routepartition|routepartitionname|partitionname|ptname|rpname|fkroutepartition",
     kSearchSpaceMemberColumns, "dialplanwizardgenid"},
    {"routepartition", SqlRows::Objects, "routePartition", "", "name",
     "partition|routepartition|routepartitionname|partitionname|ptname", kPartitionColumns, ""},
    {"callingsearchspace", SqlRows::Objects, "css", "", "name", "css|cssname|callingsearchspace",
     kSearchSpaceColumns, ""},
};

// Tables that nothing but the statement tells from each other: a name, a description.
constexpr TableShape kByStatement[] = {
    {"timeschedule", SqlRows::Objects, "timeSchedule", "", "name", "name", kScheduleColumns,
     "isstandard fkenduser"},
};

constexpr TableShape kNames = {"", SqlRows::Names, "", "", "name", "pkid name", kNameColumns, ""};

}  // namespace

std::span<const TableShape> tableShapes() { return kShapes; }

std::span<const TableShape> shapesByStatement() { return kByStatement; }

const TableShape& shapeOfNames() { return kNames; }

}  // namespace dialscope::import
