import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.*;
import java.util.concurrent.*;
import org.apache.activemq.broker.*;
import org.apache.activemq.broker.region.RegionBroker;
import org.apache.activemq.network.DiscoveryNetworkConnector;
import org.apache.activemq.network.NetworkConnector;
import org.apache.activemq.transport.discovery.simple.SimpleDiscoveryAgent;

/** The brokers that run in this JVM, by the label that a job gives them. */
final class Brokers {
    private final Map<String, BrokerService> running = new LinkedHashMap<>();
    private final ExecutorService workers = Executors.newCachedThreadPool();

    List<String> labels() {
        return List.copyOf(running.keySet());
    }

    /** @throws IllegalStateException where none of this label runs */
    BrokerService get(String label) {
        BrokerService service = running.get(label);
        if (service == null) throw new IllegalStateException("No broker " + label + " is running.");
        return service;
    }

    /** Loads all brokers, then starts them in the order given. One that refuses is reported; the others go on. */
    void start(JsonNode step, ObjectNode result) {
        Map<String, BrokerService> loaded = new HashMap<>();
        for (JsonNode broker : step.get("brokers")) {
            attempt(broker, result, () -> {
                BrokerService service = BrokerFactory.createBroker(new URI("xbean:file:" + broker.get("file").asText()));
                service.setUseShutdownHook(false);
                service.getManagementContext().setCreateConnector(false);
                Guests.joinTo(service);
                service.getNetworkConnectors().forEach(Brokers::hasten);
                loaded.put(label(broker), service);
                return "loaded";
            });
        }
        for (JsonNode broker : step.get("brokers")) {
            BrokerService service = loaded.get(label(broker));
            if (service == null) continue;
            running.put(label(broker), service);
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
                    running.remove(label(broker)).stop();
                    throw refusal;
                }
            });
        }
    }

    private static void attempt(JsonNode broker, ObjectNode result, Callable<String> work) {
        try {
            result.put(label(broker), work.call());
        } catch (Throwable refusal) {
            result.put(label(broker), Words.explain(refusal));
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

    void stop(List<String> labels) throws Exception {
        List<Future<?>> stops = new ArrayList<>();
        for (String label : labels) {
            BrokerService service = running.remove(label);
            if (service != null) stops.add(workers.submit(() -> Quietly.run(service::stop)));
        }
        for (Future<?> one : stops) one.get(60, TimeUnit.SECONDS);
    }

    /** Of the brokers that run; one that only waits for its store has none. */
    Map<String, RegionBroker> regions() throws Exception {
        Map<String, RegionBroker> regions = new LinkedHashMap<>();
        for (var entry : running.entrySet()) {
            BrokerService service = entry.getValue();
            if (!service.isSlave()) regions.put(entry.getKey(), (RegionBroker) service.getRegionBroker());
        }
        return regions;
    }

    /** Client ids of the near ends of the bridges that forward from this broker: `<connector>_<to>_inbound_<from>`. */
    Set<String> bridges(String label) {
        BrokerService service = running.get(label);
        if (service == null) return Set.of();
        Set<String> found = new TreeSet<>();
        for (BrokerPlugin plugin : service.getPlugins()) if (plugin instanceof Guests guests) found.addAll(guests.present.keySet());
        found.removeIf(id -> !id.contains("_inbound_") || id.contains("_inbound_duplex_"));
        return found;
    }
}
