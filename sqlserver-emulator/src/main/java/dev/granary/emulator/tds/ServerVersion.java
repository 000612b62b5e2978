package dev.granary.emulator.tds;

/** The product version a server claims, as in 16.0.4135. */
public record ServerVersion(int major, int minor, int build) {

    void put(PacketWriter out) {
        out.u1(major);
        out.u1(minor);
        out.u1(build >> 8);
        out.u1(build);
    }
}
