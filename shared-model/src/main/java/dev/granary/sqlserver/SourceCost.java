package dev.granary.sqlserver;

/**
 * What reading a source costs it and the network.
 *
 * @param roundTrips requests that were answered; those of making a connection are not among them
 * @param bytesIn as they came over the network, encrypted where the connection is
 * @param sourceMillis how long the reader waited for the source to send something
 */
public record SourceCost(long connections, long roundTrips, long rows, long bytesIn, long bytesOut, long sourceMillis) {

    public static final SourceCost NONE = new SourceCost(0, 0, 0, 0, 0, 0);

    public SourceCost since(SourceCost earlier) {
        return new SourceCost(
                connections - earlier.connections,
                roundTrips - earlier.roundTrips,
                rows - earlier.rows,
                bytesIn - earlier.bytesIn,
                bytesOut - earlier.bytesOut,
                sourceMillis - earlier.sourceMillis);
    }

    public SourceCost plus(SourceCost other) {
        return new SourceCost(
                connections + other.connections,
                roundTrips + other.roundTrips,
                rows + other.rows,
                bytesIn + other.bytesIn,
                bytesOut + other.bytesOut,
                sourceMillis + other.sourceMillis);
    }
}
