import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.*;
import org.apache.activemq.ActiveMQConnection;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.ActiveMQMessageConsumer;
import org.apache.activemq.ActiveMQSession;
import org.apache.activemq.broker.Broker;
import org.apache.activemq.broker.BrokerFactory;
import org.apache.activemq.broker.BrokerFilter;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.ConnectionContext;
import org.apache.activemq.broker.region.AbstractRegion;
import org.apache.activemq.broker.region.Destination;
import org.apache.activemq.broker.region.RegionBroker;
import org.apache.activemq.broker.region.Subscription;
import org.apache.activemq.command.ActiveMQDestination;
import org.apache.activemq.command.ActiveMQMessage;
import org.apache.activemq.command.ActiveMQTopic;
import org.apache.activemq.command.BrokerId;
import org.apache.activemq.command.ConnectionInfo;
import org.apache.activemq.command.ConsumerInfo;
import org.apache.activemq.network.DiscoveryNetworkConnector;
import org.apache.activemq.network.NetworkConnector;
import org.apache.activemq.transport.discovery.simple.SimpleDiscoveryAgent;
import org.springframework.beans.PropertyBatchUpdateException;

/**
 * Runs networks of real brokers in one JVM, told by lines of JSON on stdin: a job is a list of steps, the answer
 * one line with a result for each. Brokers and consumers live on from job to job until a `stop` step ends them.
 * The shapes are described in ../../steps.ts.
 *
 * No type of the messaging API itself is named here, only ActiveMQ's own: that API is javax.jms up to 5.x and
 * jakarta.jms from 6.0 on, and so one source serves every engine version.
 */
public final class NetworkRunner {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_WARNINGS = 40;

    private final Map<String, BrokerService> brokers = new LinkedHashMap<>();
    private final Map<String, ActiveMQConnection> connections = new LinkedHashMap<>();
    private final Map<String, Client> clients = new LinkedHashMap<>();
    private final Set<String> warnings = Collections.synchronizedSet(new LinkedHashSet<>());
    private final ExecutorService workers = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "runner");
        thread.setDaemon(true);
        return thread;
    });

    public static void main(String[] arguments) throws Exception {
        PrintStream answers = System.out;
        System.setOut(System.err);
        NetworkRunner runner = new NetworkRunner();
        runner.collectWarnings();
        // Loading the file must not start the broker: the runner says when, and hears why not.
        BrokerFactory.setStartDefault(false);
        BufferedReader jobs = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = jobs.readLine(); line != null; line = jobs.readLine()) {
            answers.println(JSON.writeValueAsString(runner.run(JSON.readTree(line))));
            answers.flush();
        }
        // The other side closed stdin or died. Nothing is kept, so nothing needs an orderly end.
        Runtime.getRuntime().halt(0);
    }

    private ObjectNode run(JsonNode job) {
        ObjectNode answer = JSON.createObjectNode();
        answer.set("id", job.get("id"));
        warnings.clear();
        ArrayNode results = answer.putArray("results");
        try {
            for (JsonNode step : job.get("steps")) {
                results.add(perform(step));
            }
        } catch (Throwable failure) {
            answer.put("failed", explain(failure));
        }
        ArrayNode said = answer.putArray("warnings");
        synchronized (warnings) {
            warnings.forEach(said::add);
        }
        return answer;
    }

    private ObjectNode perform(JsonNode step) throws Exception {
        String kind = step.get("do").asText();
        switch (kind) {
            case "start": return start(step);
            case "settle": return settle(step);
            case "consume": return consume(step);
            case "send": return send(step);
            case "close": return close(step);
            case "read": return read(step);
            case "stop": return stop(step);
            default: throw new IllegalArgumentException("Unknown step: " + kind);
        }
    }

    // ---- brokers ----

    /** Loads and starts brokers in the order given. One that refuses is reported; the others go on. */
    private ObjectNode start(JsonNode step) throws Exception {
        ObjectNode result = JSON.createObjectNode();
        Map<String, BrokerService> loaded = new LinkedHashMap<>();
        for (JsonNode broker : step.get("brokers")) {
            String label = broker.get("label").asText();
            try {
                BrokerService service = BrokerFactory.createBroker(new URI("xbean:file:" + broker.get("file").asText()));
                service.setUseShutdownHook(false);
                service.getManagementContext().setCreateConnector(false);
                addGuests(service);
                service.getNetworkConnectors().forEach(NetworkRunner::hasten);
                loaded.put(label, service);
            } catch (Throwable refusal) {
                result.put(label, explain(refusal));
            }
        }
        for (JsonNode broker : step.get("brokers")) {
            String label = broker.get("label").asText();
            BrokerService service = loaded.get(label);
            if (service == null) continue;
            brokers.put(label, service);
            if (broker.path("standby").asBoolean()) {
                // It waits inside start() for the store's lock, for as long as the active one lives.
                workers.submit(() -> { service.start(); return null; });
                result.put(label, "standby");
                continue;
            }
            try {
                service.start();
                result.put(label, "started");
            } catch (Throwable refusal) {
                result.put(label, explain(refusal));
                brokers.remove(label);
                service.stop();
            }
        }
        return result;
    }

    /** Connecting again after a second, then two, then four is right for a network and slow for a test. */
    private static void hasten(NetworkConnector connector) {
        if (connector instanceof DiscoveryNetworkConnector
                && ((DiscoveryNetworkConnector) connector).getDiscoveryAgent() instanceof SimpleDiscoveryAgent) {
            SimpleDiscoveryAgent agent = (SimpleDiscoveryAgent) ((DiscoveryNetworkConnector) connector).getDiscoveryAgent();
            agent.setInitialReconnectDelay(50);
            agent.setMaxReconnectDelay(200);
        }
    }

    /** Stops the brokers named, or all and every client with them. */
    private ObjectNode stop(JsonNode step) throws Exception {
        Map<String, BrokerService> ending = new LinkedHashMap<>();
        if (step.has("brokers")) {
            for (JsonNode label : step.get("brokers")) {
                ending.put(label.asText(), brokers.remove(label.asText()));
                dropConnection(label.asText());
            }
        } else {
            ending.putAll(brokers);
            brokers.clear();
            for (Client client : clients.values()) {
                if (client.own != null) quietly(client.own::close);
            }
            clients.clear();
            for (String label : new ArrayList<>(connections.keySet())) dropConnection(label);
        }
        List<Future<?>> stops = new ArrayList<>();
        for (BrokerService service : ending.values()) {
            if (service != null) stops.add(workers.submit(() -> quietly(service::stop)));
        }
        for (Future<?> one : stops) one.get(60, TimeUnit.SECONDS);
        return JSON.createObjectNode();
    }

    // ---- clients ----

    private static final class Client {
        ActiveMQConnection own;
        ActiveMQSession session;
        ActiveMQMessageConsumer consumer;
        String subscription;
        final AtomicInteger count = new AtomicInteger();
        final Set<String> distinct = ConcurrentHashMap.newKeySet();
    }

    private ActiveMQConnection connect(String uri, String clientId) throws Exception {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(uri);
        factory.setWatchTopicAdvisories(false);
        ActiveMQConnection connection = (ActiveMQConnection) factory.createConnection();
        if (clientId != null) connection.setClientID(clientId);
        connection.start();
        return connection;
    }

    /** Where a client connects to: `uri` if the step gives one, else the broker of that label in this JVM. */
    private String address(JsonNode client) throws Exception {
        if (client.has("uri")) return client.get("uri").asText();
        BrokerService service = brokers.get(client.get("at").asText());
        if (service == null) throw new IllegalStateException("No broker " + client.get("at").asText() + " is running.");
        return service.getVmConnectorURI().toString();
    }

    private ActiveMQConnection shared(JsonNode client) throws Exception {
        String key = client.has("uri") ? client.get("uri").asText() : client.get("at").asText();
        ActiveMQConnection connection = connections.get(key);
        if (connection == null) {
            connection = connect(address(client), null);
            connections.put(key, connection);
        }
        return connection;
    }

    private void dropConnection(String key) {
        ActiveMQConnection connection = connections.remove(key);
        if (connection != null) quietly(connection::close);
    }

    private ObjectNode consume(JsonNode step) throws Exception {
        for (JsonNode wish : step.get("consumers")) {
            Client client = new Client();
            ActiveMQDestination destination = destination(wish);
            String selector = wish.path("selector").asText(null);
            long delay = wish.path("delay").asLong();
            if (wish.has("durable")) client.own = connect(address(wish), wish.get("clientId").asText());
            ActiveMQConnection connection = client.own != null ? client.own : shared(wish);
            client.session = (ActiveMQSession) connection.createSession(false, ActiveMQSession.AUTO_ACKNOWLEDGE);
            if (wish.has("durable")) {
                client.subscription = wish.get("durable").asText();
                client.consumer = (ActiveMQMessageConsumer) client.session.createDurableSubscriber(
                        (ActiveMQTopic) destination, client.subscription, selector, false);
            } else {
                client.consumer = (ActiveMQMessageConsumer) client.session.createConsumer(destination, selector);
            }
            // One that holds takes its prefetch and never acknowledges: a consumer that hangs.
            if (!wish.path("hold").asBoolean()) {
                client.consumer.setMessageListener(message -> {
                    client.count.incrementAndGet();
                    client.distinct.add(((ActiveMQMessage) message).getMessageId().toString());
                    if (delay > 0) pause(delay);
                });
            }
            clients.put(wish.get("id").asText(), client);
            if (step.has("pace")) settle(step, step.get("pace").asLong(), 5000, 5);
        }
        return JSON.createObjectNode();
    }

    private ObjectNode close(JsonNode step) throws Exception {
        for (JsonNode id : step.get("consumers")) {
            Client client = clients.get(id.asText());
            if (client == null || client.consumer == null) throw new IllegalStateException("No consumer " + id.asText());
            client.consumer.close();
            if (client.subscription != null && step.path("unsubscribe").asBoolean()) {
                client.session.unsubscribe(client.subscription);
            }
            client.session.close();
            if (client.own != null) client.own.close();
            client.consumer = null;
            client.own = null;
        }
        return JSON.createObjectNode();
    }

    private ObjectNode send(JsonNode step) throws Exception {
        ObjectNode result = JSON.createObjectNode();
        int sent = 0;
        for (JsonNode wish : step.get("messages")) {
            ActiveMQSession session = (ActiveMQSession) shared(wish).createSession(false, ActiveMQSession.AUTO_ACKNOWLEDGE);
            var producer = session.createProducer(destination(wish));
            producer.setDeliveryMode(wish.path("persistent").asBoolean() ? 2 : 1);
            int count = wish.get("count").asInt();
            for (int n = 0; n < count; n++) {
                var message = session.createTextMessage("message " + n);
                var properties = wish.path("properties").fields();
                while (properties.hasNext()) {
                    var property = properties.next();
                    message.setStringProperty(property.getKey(), property.getValue().asText());
                }
                producer.send(message);
                sent++;
            }
            session.close();
        }
        return result.put("sent", sent);
    }

    private static ActiveMQDestination destination(JsonNode wish) {
        return ActiveMQDestination.createDestination(wish.get("destination").asText(), ActiveMQDestination.QUEUE_TYPE);
    }

    // ---- what there is to see ----

    /** Waits until the bridges asked for are up and nothing has changed for `quiet` ms, or `timeout` ms have passed. */
    private ObjectNode settle(JsonNode step) throws Exception {
        long began = System.nanoTime();
        boolean settled = settle(step, step.path("quiet").asLong(300), step.path("timeout").asLong(20_000), 20);
        ObjectNode result = JSON.createObjectNode().put("settled", settled);
        result.put("waited", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        missingBridges(step).forEach(result.putArray("missing")::add);
        return result;
    }

    private boolean settle(JsonNode step, long quiet, long timeout, long every) throws Exception {
        long began = System.nanoTime();
        long changed = began;
        String seen = "";
        while (System.nanoTime() - began < TimeUnit.MILLISECONDS.toNanos(timeout)) {
            pause(every);
            String now = state();
            if (!now.equals(seen)) {
                seen = now;
                changed = System.nanoTime();
            }
            boolean still = System.nanoTime() - changed >= TimeUnit.MILLISECONDS.toNanos(quiet);
            if (still && missingBridges(step).isEmpty()) return true;
        }
        return false;
    }

    private List<String> missingBridges(JsonNode step) throws Exception {
        List<String> missing = new ArrayList<>();
        for (JsonNode bridge : step.path("bridges")) {
            String label = bridge.get("at").asText();
            BrokerService service = brokers.get(label);
            if (service == null || !bridges(service).contains(bridge.get("clientId").asText())) {
                missing.add(label + ": " + bridge.get("clientId").asText());
            }
        }
        return missing;
    }

    /** Everything that moves while a network settles, as one text to compare. */
    private String state() throws Exception {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, BrokerService> entry : brokers.entrySet()) {
            RegionBroker region = region(entry.getValue());
            if (region == null) continue;
            text.append(entry.getKey()).append(bridges(entry.getValue()));
            for (AbstractRegion one : regions(region)) {
                text.append(new TreeSet<>(one.getSubscriptions().keySet().stream().map(Object::toString).toList()));
                for (Destination destination : one.getDestinationMap().values()) {
                    var counts = destination.getDestinationStatistics();
                    text.append(destination.getName()).append(counts.getEnqueues().getCount()).append(',')
                            .append(counts.getDispatched().getCount()).append(',')
                            .append(counts.getDequeues().getCount()).append(';');
                }
            }
        }
        clients.forEach((id, client) -> text.append(id).append(client.count.get()).append(';'));
        return text.toString();
    }

    private ObjectNode read(JsonNode step) throws Exception {
        ObjectNode result = JSON.createObjectNode();
        ObjectNode consumers = result.putObject("consumers");
        clients.forEach((id, client) -> consumers.putObject(id)
                .put("count", client.count.get()).put("distinct", client.distinct.size()));
        Map<String, String> names = new TreeMap<>();
        for (Map.Entry<String, BrokerService> entry : brokers.entrySet()) {
            RegionBroker region = region(entry.getValue());
            if (region != null) names.put(region.getBrokerId().getValue(), entry.getKey());
        }
        ObjectNode all = result.putObject("brokers");
        for (Map.Entry<String, BrokerService> entry : brokers.entrySet()) {
            RegionBroker region = region(entry.getValue());
            if (region == null) continue;
            ObjectNode broker = all.putObject(entry.getKey());
            bridges(entry.getValue()).forEach(broker.putArray("bridges")::add);
            ObjectNode queues = broker.putObject("queues");
            for (Destination queue : region.getQueueRegion().getDestinationMap().values()) {
                var counts = queue.getDestinationStatistics();
                queues.putObject(queue.getName())
                        .put("size", counts.getMessages().getCount()).put("inflight", counts.getInflight().getCount());
            }
            if (step.path("subscriptions").asBoolean()) describe(region, names, broker.putArray("subscriptions"));
        }
        return result;
    }

    private static void describe(RegionBroker region, Map<String, String> names, ArrayNode list) {
        for (AbstractRegion one : regions(region)) {
            for (Subscription subscription : one.getSubscriptions().values()) {
                ConsumerInfo info = subscription.getConsumerInfo();
                if (info.getDestination().getPhysicalName().startsWith("ActiveMQ.Advisory.")) continue;
                ObjectNode entry = list.addObject().put("destination", info.getDestination().getQualifiedName())
                        .put("network", info.isNetworkSubscription()).put("priority", info.getPriority())
                        .put("client", subscription.getContext().getClientId())
                        .put("inflight", subscription.getInFlightSize());
                ArrayNode path = entry.putArray("path");
                BrokerId[] ids = info.getBrokerPath();
                for (BrokerId id : ids == null ? new BrokerId[0] : ids) {
                    path.add(names.getOrDefault(id.getValue(), id.getValue()));
                }
            }
        }
    }

    /** Client ids of the near ends of the bridges that forward from this broker: `<connector>_<to>_inbound_<from>`. */
    private static Collection<String> bridges(BrokerService service) {
        Set<String> found = new TreeSet<>();
        for (BrokerPlugin plugin : service.getPlugins()) {
            if (plugin instanceof Guests) found.addAll(((Guests) plugin).present.keySet());
        }
        found.removeIf(id -> !id.contains("inbound") || id.contains("inbound_duplex"));
        return found;
    }

    private static void addGuests(BrokerService service) {
        List<BrokerPlugin> plugins = new ArrayList<>();
        if (service.getPlugins() != null) plugins.addAll(List.of(service.getPlugins()));
        plugins.add(new Guests());
        service.setPlugins(plugins.toArray(new BrokerPlugin[0]));
    }

    /** Knows the client ids that are connected to its broker. */
    private static final class Guests implements BrokerPlugin {
        final Map<String, ConnectionContext> present = new ConcurrentHashMap<>();

        @Override public Broker installPlugin(Broker broker) {
            return new BrokerFilter(broker) {
                @Override public void addConnection(ConnectionContext context, ConnectionInfo info) throws Exception {
                    super.addConnection(context, info);
                    present.put(info.getClientId(), context);
                }
                @Override public void removeConnection(ConnectionContext context, ConnectionInfo info, Throwable error)
                        throws Exception {
                    present.remove(info.getClientId(), context);
                    super.removeConnection(context, info, error);
                }
            };
        }
    }

    /** Null while the broker is only waiting for its store. */
    private static RegionBroker region(BrokerService service) {
        return service.isSlave() ? null : (RegionBroker) service.getRegionBroker();
    }

    private static List<AbstractRegion> regions(RegionBroker region) {
        return List.of((AbstractRegion) region.getQueueRegion(), (AbstractRegion) region.getTopicRegion());
    }

    // ---- words ----

    /** The messages of a failure and of its causes, outermost first, each said once. */
    private static String explain(Throwable failure) {
        Set<String> words = new LinkedHashSet<>();
        for (Throwable cause = failure; cause != null && words.size() < 12; cause = deeper(cause)) {
            words.add(cause.getClass().getSimpleName() + ": " + cause.getMessage());
        }
        return String.join(" <- ", words);
    }

    /** Spring keeps the reason why an attribute was not accepted beside the cause, not in it. */
    private static Throwable deeper(Throwable failure) {
        return failure instanceof PropertyBatchUpdateException
                ? ((PropertyBatchUpdateException) failure).getPropertyAccessExceptions()[0]
                : failure.getCause();
    }

    private void collectWarnings() {
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        root.addHandler(new Handler() {
            @Override public void publish(LogRecord said) {
                if (warnings.size() < MAX_WARNINGS) warnings.add(said.getMessage());
            }
            @Override public void flush() { }
            @Override public void close() { }
        });
    }

    private interface Risky { void run() throws Exception; }

    private static void quietly(Risky work) {
        try {
            work.run();
        } catch (Exception ending) {
            // A client or broker that is already gone is as good as stopped.
        }
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
