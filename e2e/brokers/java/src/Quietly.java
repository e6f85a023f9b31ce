/** For what may fail or be interrupted without harm. */
final class Quietly {
    interface Risky { void run() throws Exception; }

    private Quietly() { }

    static void run(Risky work) {
        try {
            work.run();
        } catch (Exception ending) {
            // A client or broker that is already gone is as good as stopped.
        }
    }

    static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
