import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
import org.apache.activemq.broker.BrokerFactory;

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

    private final Words words = new Words();
    private final Brokers brokers = new Brokers();
    private final Clients clients = new Clients(brokers);
    private final Watch watch = new Watch(brokers, clients);

    public static void main(String[] arguments) throws Exception {
        PrintStream answers = System.out;
        System.setOut(System.err);
        NetworkRunner runner = new NetworkRunner();
        runner.words.collect();
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
        words.forget();
        var results = answer.putArray("results");
        try {
            for (JsonNode step : job.get("steps")) perform(step, results.addObject());
        } catch (Throwable failure) {
            answer.put("failed", Words.explain(failure));
        }
        words.warnings().forEach(answer.putArray("warnings")::add);
        return answer;
    }

    private void perform(JsonNode step, ObjectNode result) throws Exception {
        switch (step.get("do").asText()) {
            case "start" -> brokers.start(step, result);
            case "settle" -> watch.settle(step, result);
            case "consume" -> clients.consume(step, watch);
            case "send" -> clients.send(step);
            case "close" -> clients.close(step);
            case "read" -> watch.read(result);
            case "stop" -> stop(step);
            default -> throw new IllegalArgumentException("Unknown step: " + step.get("do"));
        }
    }

    /** Stops the brokers named, or all and every client with them. */
    private void stop(JsonNode step) throws Exception {
        List<String> ending = new ArrayList<>();
        if (step.has("brokers")) {
            step.get("brokers").forEach(label -> ending.add(label.asText()));
        } else {
            ending.addAll(brokers.labels());
            clients.closeAll();
        }
        ending.forEach(clients::disconnect);
        brokers.stop(ending);
    }
}
