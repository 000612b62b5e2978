package dev.granary.changelog;

/** Says in one line what went wrong. */
final class StoreErrors {

    private StoreErrors() {}

    /** The first line of the innermost cause's message. */
    static String firstLine(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
