package dev.granary.harvester.requests;

import dev.granary.harvester.runs.HarvestRefused;
import java.util.OptionalLong;
import java.util.Set;

/** Does what requests of some kinds ask for; a bean of this type is all that a new kind needs. */
public interface RequestHandler {

    Set<String> kinds();

    /**
     * Carries the request out, in a transaction that ends with its outcome.
     *
     * @return a prepared run that is to be launched once the transaction has ended
     * @throws HarvestRefused with the reason; then nothing that was written stays
     */
    OptionalLong handle(Request request) throws HarvestRefused;
}
