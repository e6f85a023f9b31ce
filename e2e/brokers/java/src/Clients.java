import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.*;
import java.util.*;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.*;
import org.apache.activemq.command.*;

/** Consumers that live on from job to job, and messages that are sent. */
final class Clients {
    final Map<String, Client> all = new LinkedHashMap<>();
    private final Map<String, ActiveMQConnection> connections = new LinkedHashMap<>();
    private final Brokers brokers;

    Clients(Brokers brokers) {
        this.brokers = brokers;
    }

    /** A consumer and what it received; by the property `from` of the messages where they have one. */
    static final class Client {
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

    static final class Count {
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
            uri = brokers.get(client.get("at").asText()).getVmConnectorURI().toString();
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

    void disconnect(String key) {
        ActiveMQConnection connection = connections.remove(key);
        if (connection != null) Quietly.run(connection::close);
    }

    /** @param watch - says when a network has come to rest, where a step starts consumers apart */
    void consume(JsonNode step, Watch watch) throws Exception {
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
                    if (delay > 0) Quietly.pause(delay);
                });
            }
            all.put(wish.get("id").asText(), client);
            if (step.has("pace")) watch.waitUntilQuiet(step, step.get("pace").asLong(), 5000, 5);
        }
    }

    void close(JsonNode step) throws Exception {
        for (JsonNode id : step.get("consumers")) {
            Client client = all.get(id.asText());
            client.consumer.close();
            if (step.path("unsubscribe").asBoolean()) client.session.unsubscribe(client.subscription);
            client.session.close();
            if (client.own != null) client.own.close();
            client.own = null;
        }
    }

    void send(JsonNode step) throws Exception {
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

    /** Ends every client. */
    void closeAll() {
        for (Client client : all.values()) if (client.own != null) Quietly.run(client.own::close);
        all.clear();
        // Those to addresses outside this JVM, too, which no broker's name stands for.
        for (String key : List.copyOf(connections.keySet())) disconnect(key);
    }
}
