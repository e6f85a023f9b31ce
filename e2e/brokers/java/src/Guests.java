import java.util.*;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.broker.*;
import org.apache.activemq.command.ConnectionInfo;

/** Knows the client ids that are connected to its broker. */
final class Guests implements BrokerPlugin {
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
