import java.util.*;
import java.util.logging.*;
import org.springframework.beans.PropertyBatchUpdateException;

/** What brokers say: why they refuse, and what they log. */
final class Words {
    private static final int MAX_WARNINGS = 40;

    private final Set<String> warnings = Collections.synchronizedSet(new LinkedHashSet<>());

    List<String> warnings() {
        synchronized (warnings) {
            return List.copyOf(warnings);
        }
    }

    void forget() {
        warnings.clear();
    }

    /** The messages of a failure and of its causes, outermost first, each said once. */
    static String explain(Throwable failure) {
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

    /** From now on keeps what brokers log as warnings and errors, each once. */
    void collect() {
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
}
