import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.*;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.broker.region.*;

/** What there is to see of brokers and clients, and whether it still changes. */
final class Watch {
    private final Brokers brokers;
    private final Clients clients;

    Watch(Brokers brokers, Clients clients) {
        this.brokers = brokers;
        this.clients = clients;
    }

    /** Waits until the bridges asked for are up and nothing has changed for `quiet` ms, or `timeout` ms have passed. */
    void settle(JsonNode step, ObjectNode result) throws Exception {
        result.put("settled", waitUntilQuiet(step, step.path("quiet").asLong(300), step.path("timeout").asLong(20_000), 20));
        missingBridges(step).forEach(result.putArray("missing")::add);
    }

    boolean waitUntilQuiet(JsonNode step, long quiet, long timeout, long every) throws Exception {
        long began = System.nanoTime();
        long changed = began;
        String seen = "";
        while (System.nanoTime() - began < TimeUnit.MILLISECONDS.toNanos(timeout)) {
            Quietly.pause(every);
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
            if (!brokers.bridges(label).contains(id)) missing.add(label + ": " + id);
        }
        return missing;
    }

    /** Everything that moves while a network settles, as one text to compare. */
    private String state() throws Exception {
        StringBuilder text = new StringBuilder();
        for (var entry : brokers.regions().entrySet()) {
            text.append(entry.getKey()).append(brokers.bridges(entry.getKey()));
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
        clients.all.forEach((id, client) -> text.append(id).append(client.all.count).append(';'));
        return text.toString();
    }

    void read(ObjectNode result) throws Exception {
        ObjectNode consumers = result.putObject("consumers");
        clients.all.forEach((id, client) -> {
            ObjectNode from = client.all.writeTo(consumers.putObject(id)).putObject("from");
            client.from.forEach((sender, count) -> count.writeTo(from.putObject(sender)));
        });
        ObjectNode all = result.putObject("brokers");
        for (var entry : brokers.regions().entrySet()) {
            ObjectNode broker = all.putObject(entry.getKey());
            brokers.bridges(entry.getKey()).forEach(broker.putArray("bridges")::add);
            ObjectNode queues = broker.putObject("queues");
            for (var queue : entry.getValue().getQueueRegion().getDestinationMap().values()) {
                var counts = queue.getDestinationStatistics();
                queues.putObject(queue.getName())
                        .put("size", counts.getMessages().getCount()).put("inflight", counts.getInflight().getCount());
            }
        }
    }
}
