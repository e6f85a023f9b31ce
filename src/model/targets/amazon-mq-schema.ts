/**
 * What Amazon MQ lets a configuration hold: its allow-list of elements and attributes, by place. What is not here is
 * removed without a word (see verdict.ts).
 */

export interface AmazonElement {
  readonly name: string
  /** Names of attributes, by the type their values must have. */
  readonly boolean?: string
  readonly integer?: string
  readonly long?: string
  readonly double?: string
  readonly text?: string
  /** Attributes with a few allowed words, or a range. */
  readonly limited?: Readonly<Record<string, readonly string[] | readonly [number, number]>>
  /** Property elements, and the elements that each of them may hold; `*` is any. */
  readonly children?: Readonly<Record<string, string>>
  readonly source: string
}

const XSD =
  'Amazon MQ\'s schemas 5.18.4 and 5.19.1 (AWS developer guide, "Spring XML configuration files"; read 2026-11-21)'

const DESTINATIONS = 'queue tempQueue tempTopic topic'
const FILTERED = `${DESTINATIONS} filteredDestination`
const RECOVERY =
  'fixedCountSubscriptionRecoveryPolicy fixedSizedSubscriptionRecoveryPolicy lastImageSubscriptionRecoveryPolicy noSubscriptionRecoveryPolicy queryBasedSubscriptionRecoveryPolicy retainedMessageSubscriptionRecoveryPolicy timedSubscriptionRecoveryPolicy'
const DEAD_LETTERS = {
  boolean: 'enableAudit processExpired processNonPersistent',
  long: 'expiration',
  integer: 'maxAuditDepth maxProducersToAudit',
}
const AUTHORIZATION = { text: 'admin queue read topic write', boolean: 'tempQueue tempTopic' }
const COMPOSITE = {
  boolean: 'concurrentSend copyMessage forwardOnly sendWhenNotMatched',
  text: 'name',
  children: { forwardTo: FILTERED },
}

export const AMAZON_ELEMENTS: readonly AmazonElement[] = [
  element('broker', {
    text: 'advisorySupport deleteAllMessagesOnStartup persistent schedulerSupport systemUsage',
    boolean:
      'allowTempAutoCreationOnSend anonymousProducerAdvisorySupport cacheTempDestinations dedicatedTaskRunner enableMessageExpirationOnActiveDurableSubs keepDurableSubsActive monitorConnectionSplits populateJMSXUserID rejectDurableConsumers rollbackOnlyOnAsyncException splitSystemUsageForProducersConsumers useAuthenticatedPrincipalForJMSXUserID useMirroredQueues useTempMirroredQueues useVirtualDestSubs useVirtualDestSubsOnCreation useVirtualTopics',
    integer:
      'consumerSystemUsagePortion maxPurgedDestinationsPerSweep maxSchedulerRepeatAllowed maxUncommittedCount persistenceThreadPriority producerSystemUsagePortion schedulePeriodForDestinationPurge taskRunnerPriority timeBeforePurgeTempDestinations',
    long: 'offlineDurableSubscriberTaskSchedule offlineDurableSubscriberTimeout',
    children: {
      destinationInterceptors: 'mirroredQueue virtualDestinationInterceptor',
      destinationPolicy: 'policyMap',
      destinations: DESTINATIONS,
      networkConnectors: 'networkConnector',
      persistenceAdapter: 'kahaDB',
      plugins:
        'authorizationPlugin discardingDLQBrokerPlugin forcePersistencyModeBrokerPlugin redeliveryPlugin statisticsBrokerPlugin timeStampingBrokerPlugin',
      systemUsage: 'systemUsage',
      transportConnectors: 'transportConnector',
    },
  }),
  element('networkConnector', {
    boolean:
      'advisoryForFailedForward alwaysSyncSend bridgeTempDestinations checkDuplicateMessagesOnDuplex conduitNetworkQueueSubscriptions conduitSubscriptions decreaseNetworkConsumerPriority dispatchAsync duplex dynamicOnly gcDestinationViews staticBridge suppressDuplicateQueueSubscriptions suppressDuplicateTopicSubscriptions syncDurableSubs useBrokerNameAsIdSees useCompression useVirtualDestSubs',
    integer:
      'advisoryAckPercentage advisoryPrefetchSize consumerPriorityBase consumerTTL messageTTL networkTTL',
    long: 'gcSweepTime',
    text: 'bridgeFactory brokerName brokerURL clientIdToken connectionFilter destinationFilter localUri name objectName prefetchSize uri userName',
    children: {
      connectionFilter: '*',
      durableDestinations: FILTERED,
      dynamicallyIncludedDestinations: FILTERED,
      excludedDestinations: FILTERED,
      localUri: '*',
      objectName: '*',
      staticallyIncludedDestinations: FILTERED,
      uri: '*',
    },
  }),
  element('transportConnector', {
    limited: { name: ['openwire'] },
    boolean: 'updateClusterClients rebalanceClusterClients updateClusterClientsOnRemove',
  }),
  element('policyMap', { children: { defaultEntry: 'policyEntry', policyEntries: 'policyEntry' } }),
  element('policyEntry', {
    boolean:
      'advisoryForConsumed advisoryForDelivery advisoryForDiscardingMessages advisoryForDispatched advisoryForFastProducers advisoryForSlowConsumers advisoryWhenFull allConsumersExclusiveByDefault alwaysRetroactive doOptimzeMessageStorage enableAudit gcInactiveDestinations gcWithNetworkConsumers includeBodyForAdvisory lazyDispatch optimizedDispatch persistJMSRedelivered prioritizedMessages producerFlowControl reduceMemoryFootprint sendAdvisoryIfNoConsumers sendDuplicateFromStoreToDLQ sendFailIfNoSpace strictOrderDispatch tempQueue tempTopic useCache useConsumerPriority usePrefetchExtension useTopicSubscriptionInflightStats',
    long: 'blockedProducerWarningInterval expireMessagesPeriod inactiveTimeoutBeforeGC inactiveTimoutBeforeGC minimumMessageSize sendFailIfNoSpaceAfterTimeout',
    integer:
      'consumersBeforeDispatchStarts cursorMemoryHighWaterMark durableTopicPrefetch maxAuditDepth maxBrowsePageSize maxDestinations maxExpirePageSize maxPageSize maxProducersToAudit maxQueueAuditDepth optimizeMessageStoreInFlightLimit queueBrowserPrefetch queuePrefetch storeUsageHighWaterMark timeBeforeDispatchStarts topicPrefetch',
    text: 'memoryLimit messageGroupMapFactoryType queue topic',
    children: {
      deadLetterStrategy: 'discarding individualDeadLetterStrategy sharedDeadLetterStrategy',
      destination: DESTINATIONS,
      dispatchPolicy:
        'clientIdFilterDispatchPolicy priorityDispatchPolicy priorityNetworkDispatchPolicy roundRobinDispatchPolicy simpleDispatchPolicy strictOrderDispatchPolicy',
      messageEvictionStrategy:
        'oldestMessageEvictionStrategy oldestMessageWithLowestPriorityEvictionStrategy uniquePropertyMessageEvictionStrategy',
      messageGroupMapFactory:
        'cachedMessageGroupMapFactory messageGroupHashBucketFactory simpleMessageGroupMapFactory',
      networkBridgeFilterFactory: 'conditionalNetworkBridgeFilterFactory',
      pendingDurableSubscriberPolicy:
        'fileDurableSubscriberCursor storeDurableSubscriberCursor vmDurableCursor',
      pendingMessageLimitStrategy:
        'constantPendingMessageLimitStrategy prefetchRatePendingMessageLimitStrategy',
      pendingQueuePolicy: 'fileQueueCursor storeCursor vmQueueCursor',
      pendingSubscriberPolicy: 'fileCursor vmCursor',
      slowConsumerStrategy: 'abortSlowAckConsumerStrategy abortSlowConsumerStrategy',
      subscriptionRecoveryPolicy: RECOVERY,
    },
  }),
  element('conditionalNetworkBridgeFilterFactory', {
    integer: 'rateDuration rateLimit replayDelay',
    boolean: 'replayWhenNoConsumers selectorAware',
  }),
  ...['queue', 'topic', 'tempQueue', 'tempTopic'].map((name) =>
    element(name, { boolean: 'DLQ', text: 'physicalName' }),
  ),
  element('filteredDestination', { text: 'queue selector topic' }),
  element('kahaDB', {
    boolean: 'concurrentStoreAndDispatchQueues cleanupOnStop',
    long: 'journalDiskSyncInterval',
    limited: {
      checkpointInterval: [5000, 25_000],
      indexWriteBatchSize: [1000, 3000],
      journalDiskSyncStrategy: ['always', 'periodic', 'never'],
      preallocationStrategy: ['sparse_file', 'os_kernel_copy', 'zeros'],
    },
  }),
  element('systemUsage', {
    boolean: 'sendFailIfNoSpace',
    long: 'sendFailIfNoSpaceAfterTimeout',
    children: { memoryUsage: 'memoryUsage' },
  }),
  element('memoryUsage', { limited: { percentOfJvmHeap: [0, 70] } }),
  element('authorizationPlugin', { children: { map: 'authorizationMap' } }),
  element('authorizationMap', {
    children: {
      authorizationEntries: 'authorizationEntry tempDestinationAuthorizationEntry',
      defaultEntry: 'authorizationEntry tempDestinationAuthorizationEntry',
      tempDestinationAuthorizationEntry: 'tempDestinationAuthorizationEntry',
    },
  }),
  element('authorizationEntry', AUTHORIZATION),
  element('tempDestinationAuthorizationEntry', AUTHORIZATION),
  element('virtualDestinationInterceptor', {
    children: { virtualDestinations: 'compositeQueue compositeTopic virtualTopic' },
  }),
  element('virtualTopic', {
    boolean: 'concurrentSend dropOnResourceLimit local selectorAware setOriginalDestination transactedSend',
    text: 'name postfix prefix',
  }),
  element('compositeQueue', COMPOSITE),
  element('compositeTopic', COMPOSITE),
  element('mirroredQueue', { boolean: 'copyMessage', text: 'postfix prefix' }),
  element('discarding', { ...DEAD_LETTERS, text: 'deadLetterQueue' }),
  element('individualDeadLetterStrategy', {
    ...DEAD_LETTERS,
    boolean: `${DEAD_LETTERS.boolean} destinationPerDurableSubscriber useQueueForQueueMessages useQueueForTopicMessages`,
    text: 'queuePrefix queueSuffix topicPrefix topicSuffix',
  }),
  element('sharedDeadLetterStrategy', { ...DEAD_LETTERS, children: { deadLetterQueue: DESTINATIONS } }),
  element('redeliveryPlugin', {
    boolean: 'fallbackToDeadLetter sendToDlqIfMaxRetriesExceeded',
    children: { redeliveryPolicyMap: 'redeliveryPolicyMap' },
  }),
  element('redeliveryPolicyMap', {
    children: { defaultEntry: 'redeliveryPolicy', redeliveryPolicyEntries: 'redeliveryPolicy' },
  }),
  element('redeliveryPolicy', {
    double: 'backOffMultiplier',
    integer: 'collisionAvoidancePercent maximumRedeliveries',
    long: 'initialRedeliveryDelay maximumRedeliveryDelay redeliveryDelay',
    boolean: 'preDispatchCheck tempQueue tempTopic useCollisionAvoidance useExponentialBackOff',
    text: 'queue topic',
  }),
  element('discardingDLQBrokerPlugin', {
    boolean: 'dropAll dropTemporaryQueues dropTemporaryTopics',
    text: 'dropOnly',
    integer: 'reportInterval',
  }),
  element('forcePersistencyModeBrokerPlugin', { boolean: 'persistenceFlag' }),
  element('statisticsBrokerPlugin'),
  element('timeStampingBrokerPlugin', {
    boolean: 'futureOnly processNetworkMessages',
    long: 'ttlCeiling zeroExpirationOverride',
  }),
  element('abortSlowAckConsumerStrategy', {
    boolean: 'abortConnection ignoreIdleConsumers ignoreNetworkConsumers',
    long: 'checkPeriod maxSlowCount maxSlowDuration maxTimeSinceLastAck',
    text: 'name',
  }),
  element('abortSlowConsumerStrategy', {
    boolean: 'abortConnection ignoreNetworkConsumers',
    long: 'checkPeriod maxSlowCount maxSlowDuration',
    text: 'name',
  }),
  element('constantPendingMessageLimitStrategy', { integer: 'limit' }),
  element('prefetchRatePendingMessageLimitStrategy', { double: 'multiplier' }),
  element('cachedMessageGroupMapFactory', { integer: 'cacheSize' }),
  element('messageGroupHashBucketFactory', { integer: 'bucketCount cacheSize' }),
  element('simpleMessageGroupMapFactory'),
  element('oldestMessageEvictionStrategy', { integer: 'evictExpiredMessagesHighWatermark' }),
  element('oldestMessageWithLowestPriorityEvictionStrategy', {
    integer: 'evictExpiredMessagesHighWatermark',
  }),
  element('uniquePropertyMessageEvictionStrategy', {
    integer: 'evictExpiredMessagesHighWatermark',
    text: 'propertyName',
  }),
  element('fixedCountSubscriptionRecoveryPolicy', { integer: 'maximumSize' }),
  element('fixedSizedSubscriptionRecoveryPolicy', { integer: 'maximumSize', boolean: 'useSharedBuffer' }),
  element('queryBasedSubscriptionRecoveryPolicy', { text: 'query' }),
  element('timedSubscriptionRecoveryPolicy', { long: 'recoverDuration' }),
  element('retainedMessageSubscriptionRecoveryPolicy', { children: { wrapped: RECOVERY } }),
  element('clientIdFilterDispatchPolicy', { text: 'ptpClientId ptpSuffix' }),
  element('storeDurableSubscriberCursor', { boolean: 'immediatePriorityDispatch useCache' }),
  ...[
    'fileCursor',
    'fileDurableSubscriberCursor',
    'fileQueueCursor',
    'lastImageSubscriptionRecoveryPolicy',
    'noSubscriptionRecoveryPolicy',
    'priorityDispatchPolicy',
    'priorityNetworkDispatchPolicy',
    'roundRobinDispatchPolicy',
    'simpleDispatchPolicy',
    'storeCursor',
    'strictOrderDispatchPolicy',
    'vmCursor',
    'vmDurableCursor',
    'vmQueueCursor',
  ].map((name) => element(name)),
]

/** What came later than 5.15, by `element@attribute` or `element/property element`. */
export const AMAZON_SINCE: Readonly<Record<string, { readonly since: string; readonly source: string }>> = {
  'conditionalNetworkBridgeFilterFactory@selectorAware': { since: '5.16', source: XSD },
  'networkConnector/localUri': { since: '5.17', source: XSD },
  'networkConnector/objectName': { since: '5.17', source: XSD },
  'networkConnector/uri': { since: '5.17', source: XSD },
  'policyEntry@advisoryForDispatched': { since: '5.18', source: XSD },
  'broker@maxUncommittedCount': { since: '5.19', source: XSD },
}

function element(name: string, rest: Omit<AmazonElement, 'name' | 'source'> = {}): AmazonElement {
  return { name, ...rest, source: XSD }
}
