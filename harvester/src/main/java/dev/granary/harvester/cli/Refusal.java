package dev.granary.harvester.cli;

/** A command is refused before it changed anything; the message says what to do. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }
}
