import type { Check } from './check.ts'
import addressLeadsElsewhere from './rules/address-leads-elsewhere.ts'
import addressNotKnownYet from './rules/address-not-known-yet.ts'
import addressSyntax from './rules/address-syntax.ts'
import advisoriesNotAcknowledged from './rules/advisories-not-acknowledged.ts'
import advisoriesOff from './rules/advisories-off.ts'
import advisoryTopicsInFilter from './rules/advisory-topics-in-filter.ts'
import amazonAutoUpgrade from './rules/amazon-auto-upgrade.ts'
import amazonBrokerName from './rules/amazon-broker-name.ts'
import amazonDiscoveryScheme from './rules/amazon-discovery-scheme.ts'
import amazonEndpoint from './rules/amazon-endpoint.ts'
import amazonEngine from './rules/amazon-engine.ts'
import amazonInstanceType from './rules/amazon-instance-type.ts'
import amazonUserName from './rules/amazon-user-name.ts'
import attributeNewerThanEngine from './rules/attribute-newer-than-engine.ts'
import attributeValue from './rules/attribute-value.ts'
import auditOffWithReplay from './rules/audit-off-with-replay.ts'
import bridgeCanDieSilently from './rules/bridge-can-die-silently.ts'
import bridgeUserNeedsAdvisoryRights from './rules/bridge-user-needs-advisory-rights.ts'
import bridgeUserUnknownHere from './rules/bridge-user-unknown-here.ts'
import bridgeUserUnknownThere from './rules/bridge-user-unknown-there.ts'
import brokerNameCharacters from './rules/broker-name-characters.ts'
import brokerNameUsedTwice from './rules/broker-name-used-twice.ts'
import brokerSettingStrippedByAmazon from './rules/broker-setting-stripped-by-amazon.ts'
import compositeDestination from './rules/composite-destination.ts'
import conduitDropsSelectors from './rules/conduit-drops-selectors.ts'
import conduitHidesDemand from './rules/conduit-hides-demand.ts'
import conduitOffForTopics from './rules/conduit-off-for-topics.ts'
import conduitOffWithDurables from './rules/conduit-off-with-durables.ts'
import connectorGivesUp from './rules/connector-gives-up.ts'
import connectorNamePrefix from './rules/connector-name-prefix.ts'
import connectorNameTaken from './rules/connector-name-taken.ts'
import connectorToItself from './rules/connector-to-itself.ts'
import consumerTtlInCycle from './rules/consumer-ttl-in-cycle.ts'
import consumersStartTogether from './rules/consumers-start-together.ts'
import credentialsNotForAmazon from './rules/credentials-not-for-amazon.ts'
import defaultBrokerName from './rules/default-broker-name.ts'
import defaultsLeftImplicit from './rules/defaults-left-implicit.ts'
import discoveryScheme from './rules/discovery-scheme.ts'
import duplexAtBothEnds from './rules/duplex-at-both-ends.ts'
import duplexAtBothEndsQueues from './rules/duplex-at-both-ends-queues.ts'
import duplexBesideOneWay from './rules/duplex-beside-one-way.ts'
import duplexBesideOneWayQueues from './rules/duplex-beside-one-way-queues.ts'
import duplexRemoteUser from './rules/duplex-remote-user.ts'
import duplicateBrokerId from './rules/duplicate-broker-id.ts'
import duplicateBrokerName from './rules/duplicate-broker-name.ts'
import duplicateConnectorName from './rules/duplicate-connector-name.ts'
import duplicatePolicy from './rules/duplicate-policy.ts'
import durableSubscriberMoves from './rules/durable-subscriber-moves.ts'
import dynamicOnlyIsNotOnDemand from './rules/dynamic-only-is-not-on-demand.ts'
import ebsStorage from './rules/ebs-storage.ts'
import emptyDestinationName from './rules/empty-destination-name.ts'
import endpointsAreNotAPair from './rules/endpoints-are-not-a-pair.ts'
import escapedTwice from './rules/escaped-twice.ts'
import excludedBeatsStatic from './rules/excluded-beats-static.ts'
import expressionOnAmazon from './rules/expression-on-amazon.ts'
import failoverHidesLoss from './rules/failover-hides-loss.ts'
import failoverLosesWayBack from './rules/failover-loses-way-back.ts'
import filterLeaks from './rules/filter-leaks.ts'
import filterLeavesOtherKind from './rules/filter-leaves-other-kind.ts'
import flowDependsOnOthers from './rules/flow-depends-on-others.ts'
import flowNeverArrives from './rules/flow-never-arrives.ts'
import includeListBreaksReplies from './rules/include-list-breaks-replies.ts'
import includeMissesWildcardConsumer from './rules/include-misses-wildcard-consumer.ts'
import includeWithoutEffect from './rules/include-without-effect.ts'
import ldapBridgeUser from './rules/ldap-bridge-user.ts'
import linkCrossesPartitions from './rules/link-crosses-partitions.ts'
import linkCrossesVpcs from './rules/link-crosses-vpcs.ts'
import manyBrokersInRegion from './rules/many-brokers-in-region.ts'
import manyConnectorsOnAmazon from './rules/many-connectors-on-amazon.ts'
import masterslaveNeedsTwo from './rules/masterslave-needs-two.ts'
import messagesGetStuck from './rules/messages-get-stuck.ts'
import messagesGetStuckByOrder from './rules/messages-get-stuck-by-order.ts'
import messagesGetStuckUnderLoad from './rules/messages-get-stuck-under-load.ts'
import microInNetwork from './rules/micro-in-network.ts'
import misleadingConnectorName from './rules/misleading-connector-name.ts'
import multicastAddress from './rules/multicast-address.ts'
import nearConnectionLimit from './rules/near-connection-limit.ts'
import networkTtlOverrides from './rules/network-ttl-overrides.ts'
import neverArrives from './rules/never-arrives.ts'
import noBridgeUser from './rules/no-bridge-user.ts'
import noWayBackForReplies from './rules/no-way-back-for-replies.ts'
import notPersistent from './rules/not-persistent.ts'
import onAwsEndpoint from './rules/on-aws-endpoint.ts'
import outOfReach from './rules/out-of-reach.ts'
import overlappingTopicPatterns from './rules/overlapping-topic-patterns.ts'
import pairReachedByStatic from './rules/pair-reached-by-static.ts'
import pairWithOneAddress from './rules/pair-with-one-address.ts'
import parallelConnectors from './rules/parallel-connectors.ts'
import parallelConnectorsQueues from './rules/parallel-connectors-queues.ts'
import portWithoutOpenwire from './rules/port-without-openwire.ts'
import prefetchBelowOne from './rules/prefetch-below-one.ts'
import priorityDefaultChanges from './rules/priority-default-changes.ts'
import queueCannotReturn from './rules/queue-cannot-return.ts'
import queueHasSeveralRoutes from './rules/queue-has-several-routes.ts'
import randomBrokerId from './rules/random-broker-id.ts'
import regionWithoutM5 from './rules/region-without-m5.ts'
import remoteConsumersWin from './rules/remote-consumers-win.ts'
import replayWithoutDelay from './rules/replay-without-delay.ts'
import sameBrokerTwice from './rules/same-broker-twice.ts'
import sameNameAtBothEnds from './rules/same-name-at-both-ends.ts'
import sameNameDuplexBothEnds from './rules/same-name-duplex-both-ends.ts'
import sharesSkewed from './rules/shares-skewed.ts'
import singleInstanceEndpoint from './rules/single-instance-endpoint.ts'
import slowFailover from './rules/slow-failover.ts'
import staticBridgeIgnoresDynamicList from './rules/static-bridge-ignores-dynamic-list.ts'
import staticBridgeWithoutList from './rules/static-bridge-without-list.ts'
import staticIncludeOnDuplex from './rules/static-include-on-duplex.ts'
import staticIncludePullsUpstream from './rules/static-include-pulls-upstream.ts'
import staticIncludeWithoutConsumer from './rules/static-include-without-consumer.ts'
import staticListDoesNotLimit from './rules/static-list-does-not-limit.ts'
import strippedByAmazon from './rules/stripped-by-amazon.ts'
import syncDurableWithoutEffect from './rules/sync-durable-without-effect.ts'
import tooManyBrokersInRegion from './rules/too-many-brokers-in-region.ts'
import topicDemandLost from './rules/topic-demand-lost.ts'
import topicListOnDuplex from './rules/topic-list-on-duplex.ts'
import topicsArriveTwice from './rules/topics-arrive-twice.ts'
import topicsCrossTwice from './rules/topics-cross-twice.ts'
import topicsMayArriveTwice from './rules/topics-may-arrive-twice.ts'
import topicsWithoutFailover from './rules/topics-without-failover.ts'
import ttlZero from './rules/ttl-zero.ts'
import unevenTtl from './rules/uneven-ttl.ts'
import unknownAddressOption from './rules/unknown-address-option.ts'
import unknownAttribute from './rules/unknown-attribute.ts'
import userNameSpelling from './rules/user-name-spelling.ts'
import virtualTopicConsumedTwice from './rules/virtual-topic-consumed-twice.ts'
import virtualTopicCopiesStay from './rules/virtual-topic-copies-stay.ts'
import virtualTopicNotIncluded from './rules/virtual-topic-not-included.ts'
import wildcardInStaticList from './rules/wildcard-in-static-list.ts'

/** Every check, by name. The only file that knows them all. */
export const CHECKS: readonly Check[] = [
  addressLeadsElsewhere,
  addressNotKnownYet,
  addressSyntax,
  advisoriesNotAcknowledged,
  advisoriesOff,
  advisoryTopicsInFilter,
  amazonAutoUpgrade,
  amazonBrokerName,
  amazonDiscoveryScheme,
  amazonEndpoint,
  amazonEngine,
  amazonInstanceType,
  amazonUserName,
  attributeNewerThanEngine,
  attributeValue,
  auditOffWithReplay,
  bridgeCanDieSilently,
  bridgeUserNeedsAdvisoryRights,
  bridgeUserUnknownHere,
  bridgeUserUnknownThere,
  brokerNameCharacters,
  brokerNameUsedTwice,
  brokerSettingStrippedByAmazon,
  compositeDestination,
  conduitDropsSelectors,
  conduitHidesDemand,
  conduitOffForTopics,
  conduitOffWithDurables,
  connectorGivesUp,
  connectorNamePrefix,
  connectorNameTaken,
  connectorToItself,
  consumerTtlInCycle,
  consumersStartTogether,
  credentialsNotForAmazon,
  defaultBrokerName,
  defaultsLeftImplicit,
  discoveryScheme,
  duplexAtBothEnds,
  duplexAtBothEndsQueues,
  duplexBesideOneWay,
  duplexBesideOneWayQueues,
  duplexRemoteUser,
  duplicateBrokerId,
  duplicateBrokerName,
  duplicateConnectorName,
  duplicatePolicy,
  durableSubscriberMoves,
  dynamicOnlyIsNotOnDemand,
  ebsStorage,
  emptyDestinationName,
  endpointsAreNotAPair,
  escapedTwice,
  excludedBeatsStatic,
  expressionOnAmazon,
  failoverHidesLoss,
  failoverLosesWayBack,
  filterLeaks,
  filterLeavesOtherKind,
  flowDependsOnOthers,
  flowNeverArrives,
  includeListBreaksReplies,
  includeMissesWildcardConsumer,
  includeWithoutEffect,
  ldapBridgeUser,
  linkCrossesPartitions,
  linkCrossesVpcs,
  manyBrokersInRegion,
  manyConnectorsOnAmazon,
  masterslaveNeedsTwo,
  messagesGetStuck,
  messagesGetStuckByOrder,
  messagesGetStuckUnderLoad,
  microInNetwork,
  misleadingConnectorName,
  multicastAddress,
  nearConnectionLimit,
  networkTtlOverrides,
  neverArrives,
  noBridgeUser,
  noWayBackForReplies,
  notPersistent,
  onAwsEndpoint,
  outOfReach,
  overlappingTopicPatterns,
  pairReachedByStatic,
  pairWithOneAddress,
  parallelConnectors,
  parallelConnectorsQueues,
  portWithoutOpenwire,
  prefetchBelowOne,
  priorityDefaultChanges,
  queueCannotReturn,
  queueHasSeveralRoutes,
  randomBrokerId,
  regionWithoutM5,
  remoteConsumersWin,
  replayWithoutDelay,
  sameBrokerTwice,
  sameNameAtBothEnds,
  sameNameDuplexBothEnds,
  sharesSkewed,
  singleInstanceEndpoint,
  slowFailover,
  staticBridgeIgnoresDynamicList,
  staticBridgeWithoutList,
  staticIncludeOnDuplex,
  staticIncludePullsUpstream,
  staticIncludeWithoutConsumer,
  staticListDoesNotLimit,
  strippedByAmazon,
  syncDurableWithoutEffect,
  tooManyBrokersInRegion,
  topicDemandLost,
  topicListOnDuplex,
  topicsArriveTwice,
  topicsCrossTwice,
  topicsMayArriveTwice,
  topicsWithoutFailover,
  ttlZero,
  unevenTtl,
  unknownAddressOption,
  unknownAttribute,
  userNameSpelling,
  virtualTopicConsumedTwice,
  virtualTopicCopiesStay,
  virtualTopicNotIncluded,
  wildcardInStaticList,
]

const byId = new Map(CHECKS.map((check) => [check.id, check]))

/** The check of an id; `undefined` where there is none. */
export function checkById(id: string): Check | undefined {
  return byId.get(id)
}
