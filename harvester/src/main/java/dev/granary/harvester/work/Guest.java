package dev.granary.harvester.work;

/** The right to one connection to a server, held by whoever reads no leased database of it; closing gives it up. */
public final class Guest implements AutoCloseable {

    private final Guests guests;
    private final long id;
    private volatile boolean lost;

    Guest(Guests guests, long id) {
        this.guests = guests;
        this.id = id;
    }

    long id() {
        return id;
    }

    /** False once others took it for expired: this process stood still, or the store was away for too long. */
    public boolean isHeld() {
        return !lost;
    }

    void lost() {
        lost = true;
    }

    @Override
    public void close() {
        guests.leave(this);
    }
}
