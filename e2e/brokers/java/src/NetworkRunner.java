import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.*;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.*;
import org.apache.activemq.*;
import org.apache.activemq.broker.*;
import org.apache.activemq.broker.region.*;
import org.apache.activemq.command.*;
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
    private final ExecutorService workers = Executors.newCachedThreadPool();

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
        var results = answer.putArray("results");
        try {
            for (JsonNode step : job.get("steps")) perform(step, results.addObject());
        } catch (Throwable failure) {
            answer.put("failed", explain(failure));
        }
        synchronized (warnings) {
            warnings.forEach(answer.putArray("warnings")::add);
        }
        return answer;
    }

    private void perform(JsonNode step, ObjectNode result) throws Exception {
        switch (step.get("do").asText()) {
            case "start" -> start(step, result);
            case "settle" -> settle(step, result);
            case "consume" -> consume(step);
            case "send" -> send(step);
            case "close" -> close(step);
            case "read" -> read(result);
            case "stop" -> stop(step);
            default -> throw new IllegalArgumentException("Unknown step: " + step.get("do"));
        }
    }

    // ---- brokers ----

    /** Loads all brokers, then starts them in the order given. One that refuses is reported; the others go on. */
    private void start(JsonNode step, ObjectNode result) {
        Map<String, BrokerService> loaded = new HashMap<>();
        for (JsonNode broker : step.get("brokers")) {
            attempt(broker, result, () -> {
                BrokerService service = BrokerFactory.createBroker(new URI("xbean:file:" + broker.get("file").asText()));
                service.setUseShutdownHook(false);
                service.getManagementContext().setCreateConnector(false);
                Guests.joinTo(service);
                service.getNetworkConnectors().forEach(NetworkRunner::hasten);
                loaded.put(label(broker), service);
                return "loaded";
            });
        }
        for (JsonNode broker : step.get("brokers")) {
            BrokerService service = loaded.get(label(broker));
            if (service == null) continue;
            brokers.put(label(broker), service);
            attempt(broker, result, () -> {
                if (broker.path("standby").asBoolean()) {
                    // It waits inside start() for the store's lock, for as long as the active one lives.
                    workers.submit(() -> { service.start(); return null; });
                    return "standby";
                }
                try {
                    service.start();
                    return "started";
                } catch (Throwable refusal) {
                    brokers.remove(label(broker)).stop();
                    throw refusal;
                }
            });
        }
    }

    private static void attempt(JsonNode broker, ObjectNode result, Callable<String> work) {
        try {
            result.put(label(broker), work.call());
        } catch (Throwable refusal) {
            result.put(label(broker), explain(refusal));
        }
    }

    private static String label(JsonNode broker) {
        return broker.get("label").asText();
    }

    /** Connecting again after a second, then two, then four is right for a network and slow for a test. */
    private static void hasten(NetworkConnector connector) {
        if (connector instanceof DiscoveryNetworkConnector one
                && one.getDiscoveryAgent() instanceof SimpleDiscoveryAgent agent) {
            agent.setInitialReconnectDelay(50);
            agent.setMaxReconnectDelay(200);
        }
    }

    /** Stops the brokers named, or all and every client with them. */
    private void stop(JsonNode step) throws Exception {
        List<String> ending = new ArrayList<>();
        if (step.has("brokers")) {
            step.get("brokers").forEach(label -> ending.add(label.asText()));
        } else {
            ending.addAll(brokers.keySet());
            for (Client client : clients.values()) if (client.own != null) quietly(client.own::close);
            clients.clear();
            // Those to addresses outside this JVM, which no broker's name stands for.
            for (String key : List.copyOf(connections.keySet())) disconnect(key);
        }
        List<Future<?>> stops = new ArrayList<>();
        for (String label : ending) {
            disconnect(label);
            BrokerService service = brokers.remove(label);
            if (service != null) stops.add(workers.submit(() -> quietly(service::stop)));
        }
        for (Future<?> one : stops) one.get(60, TimeUnit.SECONDS);
    }

    // ---- clients ----

    /** A consumer and what it received; by the property `from` of the messages where they have one. */
    private static final class Client {
        ActiveMQConnection own;
        ActiveMQSession session;
        ActiveMQMessageConsumer consumer;
        String subscription;
        final Count all = new Count();
        final Map<String, Count> from = new ConcurrentHashMap<>();

        void take(ActiveMQMessage message) {
            String id = message.getMessageId().toString();
            all.add(id);
            try {
                Object sender = message.getProperty("from");
                if (sender != null) from.computeIfAbsent(sender.toString(), unknown -> new Count()).add(id);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    private static final class Count {
        final AtomicInteger count = new AtomicInteger();
        final Set<String> distinct = ConcurrentHashMap.newKeySet();

        void add(String id) {
            count.incrementAndGet();
            distinct.add(id);
        }

        ObjectNode writeTo(ObjectNode node) {
            return node.put("count", count.get()).put("distinct", distinct.size());
        }
    }

    /** A connection to the broker of this label, or to any address. */
    private ActiveMQConnection connect(JsonNode client) throws Exception {
        String uri = client.path("uri").asText();
        if (uri.isEmpty()) {
            BrokerService service = brokers.get(client.get("at").asText());
            if (service == null) throw new IllegalStateException("No broker " + client.get("at") + " is running.");
            uri = service.getVmConnectorURI().toString();
        }
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(uri);
        factory.setWatchTopicAdvisories(false);
        ActiveMQConnection connection = (ActiveMQConnection) factory.createConnection();
        if (client.has("clientId")) connection.setClientID(client.get("clientId").asText());
        connection.start();
        return connection;
    }

    private ActiveMQSession session(JsonNode client, ActiveMQConnection own) throws Exception {
        ActiveMQConnection connection = own;
        if (own == null) {
            String key = client.has("uri") ? client.get("uri").asText() : client.get("at").asText();
            connection = connections.get(key);
            if (connection == null) connections.put(key, connection = connect(client));
        }
        return (ActiveMQSession) connection.createSession(false, ActiveMQSession.AUTO_ACKNOWLEDGE);
    }

    private void disconnect(String key) {
        ActiveMQConnection connection = connections.remove(key);
        if (connection != null) quietly(connection::close);
    }

    private void consume(JsonNode step) throws Exception {
        for (JsonNode wish : step.get("consumers")) {
            Client client = new Client();
            ActiveMQDestination destination = destination(wish);
            String selector = wish.path("selector").asText(null);
            long delay = wish.path("delay").asLong();
            if (wish.has("clientId")) client.own = connect(wish);
            client.session = session(wish, client.own);
            client.subscription = wish.path("durable").asText(null);
            client.consumer = (ActiveMQMessageConsumer) (client.subscription == null
                    ? client.session.createConsumer(destination, selector)
                    : client.session.createDurableSubscriber((ActiveMQTopic) destination, client.subscription, selector, false));
            // One that holds takes its prefetch and never acknowledges: a consumer that hangs.
            if (!wish.path("hold").asBoolean()) {
                client.consumer.setMessageListener(message -> {
                    client.take((ActiveMQMessage) message);
                    if (delay > 0) pause(delay);
                });
            }
            clients.put(wish.get("id").asText(), client);
            if (step.has("pace")) waitUntilQuiet(step, step.get("pace").asLong(), 5000, 5);
        }
    }

    private void close(JsonNode step) throws Exception {
        for (JsonNode id : step.get("consumers")) {
            Client client = clients.get(id.asText());
            client.consumer.close();
            if (step.path("unsubscribe").asBoolean()) client.session.unsubscribe(client.subscription);
            client.session.close();
            if (client.own != null) client.own.close();
            client.own = null;
        }
    }

    private void send(JsonNode step) throws Exception {
        for (JsonNode wish : step.get("messages")) {
            ActiveMQSession session = session(wish, null);
            var producer = session.createProducer(destination(wish));
            producer.setDeliveryMode(wish.path("persistent").asBoolean() ? 2 : 1);
            for (int n = 0; n < wish.get("count").asInt(); n++) {
                var message = session.createTextMessage("message " + n);
                var properties = wish.path("properties").fields();
                while (properties.hasNext()) {
                    var property = properties.next();
                    message.setStringProperty(property.getKey(), property.getValue().asText());
                }
                producer.send(message);
            }
            session.close();
        }
    }

    private static ActiveMQDestination destination(JsonNode wish) {
        return ActiveMQDestination.createDestination(wish.get("destination").asText(), ActiveMQDestination.QUEUE_TYPE);
    }

    // ---- what there is to see ----

    /** Waits until the bridges asked for are up and nothing has changed for `quiet` ms, or `timeout` ms have passed. */
    private void settle(JsonNode step, ObjectNode result) throws Exception {
        result.put("settled", waitUntilQuiet(step, step.path("quiet").asLong(300), step.path("timeout").asLong(20_000), 20));
        missingBridges(step).forEach(result.putArray("missing")::add);
    }

    private boolean waitUntilQuiet(JsonNode step, long quiet, long timeout, long every) throws Exception {
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

    private List<String> missingBridges(JsonNode step) {
        List<String> missing = new ArrayList<>();
        for (JsonNode bridge : step.path("bridges")) {
            String label = bridge.get("at").asText();
            String id = bridge.get("clientId").asText();
            BrokerService service = brokers.get(label);
            if (service == null || !bridges(service).contains(id)) missing.add(label + ": " + id);
        }
        return missing;
    }

    /** Everything that moves while a network settles, as one text to compare. */
    private String state() throws Exception {
        StringBuilder text = new StringBuilder();
        for (var entry : regions().entrySet()) {
            text.append(entry.getKey()).append(bridges(brokers.get(entry.getKey())));
            for (Region region : List.of(entry.getValue().getQueueRegion(), entry.getValue().getTopicRegion())) {
                text.append(new TreeSet<>(((AbstractRegion) region).getSubscriptions().keySet().stream().map(Object::toString).toList()));
                for (var destination : region.getDestinationMap().values()) {
                    var counts = destination.getDestinationStatistics();
                    text.append(destination.getName()).append(counts.getEnqueues().getCount()).append(',')
                            .append(counts.getDispatched().getCount()).append(',')
                            .append(counts.getDequeues().getCount()).append(';');
                }
            }
        }
        clients.forEach((id, client) -> text.append(id).append(client.all.count).append(';'));
        return text.toString();
    }

    private void read(ObjectNode result) throws Exception {
        ObjectNode consumers = result.putObject("consumers");
        clients.forEach((id, client) -> {
            ObjectNode from = client.all.writeTo(consumers.putObject(id)).putObject("from");
            client.from.forEach((sender, count) -> count.writeTo(from.putObject(sender)));
        });
        ObjectNode all = result.putObject("brokers");
        for (var entry : regions().entrySet()) {
            ObjectNode broker = all.putObject(entry.getKey());
            bridges(brokers.get(entry.getKey())).forEach(broker.putArray("bridges")::add);
            ObjectNode queues = broker.putObject("queues");
            for (var queue : entry.getValue().getQueueRegion().getDestinationMap().values()) {
                var counts = queue.getDestinationStatistics();
                queues.putObject(queue.getName())
                        .put("size", counts.getMessages().getCount()).put("inflight", counts.getInflight().getCount());
            }
        }
    }

    /** Of the brokers that run; one that only waits for its store has none. */
    private Map<String, RegionBroker> regions() throws Exception {
        Map<String, RegionBroker> regions = new LinkedHashMap<>();
        for (var entry : brokers.entrySet()) {
            BrokerService service = entry.getValue();
            if (!service.isSlave()) regions.put(entry.getKey(), (RegionBroker) service.getRegionBroker());
        }
        return regions;
    }

    /** Client ids of the near ends of the bridges that forward from this broker: `<connector>_<to>_inbound_<from>`. */
    private static Set<String> bridges(BrokerService service) {
        Set<String> found = new TreeSet<>();
        for (BrokerPlugin plugin : service.getPlugins()) if (plugin instanceof Guests guests) found.addAll(guests.present.keySet());
        found.removeIf(id -> !id.contains("_inbound_") || id.contains("_inbound_duplex_"));
        return found;
    }

    /** Knows the client ids that are connected to its broker. */
    private static final class Guests implements BrokerPlugin {
        final Map<String, ConnectionContext> present = new ConcurrentHashMap<>();

        static void joinTo(BrokerService service) {
            List<BrokerPlugin> plugins = new ArrayList<>();
            if (service.getPlugins() != null) plugins.addAll(List.of(service.getPlugins()));
            plugins.add(new Guests());
            service.setPlugins(plugins.toArray(new BrokerPlugin[0]));
        }

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

    // ---- words ----

    /** The messages of a failure and of its causes, outermost first, each said once. */
    private static String explain(Throwable failure) {
        Set<String> words = new LinkedHashSet<>();
        for (Throwable cause = failure; cause != null && words.size() < 12; ) {
            words.add(cause.getClass().getSimpleName() + ": " + cause.getMessage());
            // Spring keeps the reason why an attribute was not accepted beside the cause, not in it.
            cause = cause instanceof PropertyBatchUpdateException beside
                    ? beside.getPropertyAccessExceptions()[0]
                    : cause.getCause();
        }
        return String.join(" <- ", words);
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
