package dev.granary.emulator.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The principals of a database or of the server, who is in which role, and what was granted or denied. */
public final class Principals implements java.io.Serializable {

    private final ConcurrentSkipListMap<Integer, Principal> byId = new ConcurrentSkipListMap<>();
    private final AtomicLong version = new AtomicLong();
    private volatile List<Membership> memberships = List.of();
    private volatile List<Permission> permissions = List.of();
    private int nextId;

    public Principals(int firstId) {
        this.nextId = firstId;
    }

    /** A member of a role. */
    public record Membership(int roleId, int memberId) implements java.io.Serializable {}

    /** Moves whenever anything here changes. */
    public long version() {
        return version.get();
    }

    public Collection<Principal> all() {
        return byId.values();
    }

    public @Nullable Principal byId(int id) {
        return byId.get(id);
    }

    public @Nullable Principal byName(String name) {
        return byId.values().stream()
                .filter(p -> p.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    public int nextId() {
        return nextId++;
    }

    public void put(Principal principal) {
        byId.put(principal.id(), principal);
        version.incrementAndGet();
    }

    public void remove(Principal principal) {
        byId.remove(principal.id());
        memberships = memberships.stream()
                .filter(m -> m.memberId() != principal.id() && m.roleId() != principal.id())
                .toList();
        permissions = permissions.stream()
                .filter(p -> p.granteeId() != principal.id())
                .toList();
        version.incrementAndGet();
    }

    public List<Membership> memberships() {
        return memberships;
    }

    public void join(int roleId, int memberId) {
        var now = new ArrayList<>(memberships);
        now.remove(new Membership(roleId, memberId));
        now.add(new Membership(roleId, memberId));
        memberships = List.copyOf(now);
        version.incrementAndGet();
    }

    public void leave(int roleId, int memberId) {
        memberships = memberships.stream()
                .filter(m -> !m.equals(new Membership(roleId, memberId)))
                .toList();
        version.incrementAndGet();
    }

    public List<Permission> permissions() {
        return permissions;
    }

    /** Puts a grant or denial in place of whatever was said of the same thing before. */
    public void permit(Permission permission) {
        var now = new ArrayList<>(permissions);
        now.removeIf(p -> sameSubject(p, permission));
        now.add(permission);
        permissions = List.copyOf(now);
        version.incrementAndGet();
    }

    public void revoke(Permission permission) {
        permissions =
                permissions.stream().filter(p -> !sameSubject(p, permission)).toList();
        version.incrementAndGet();
    }

    /** Forgets what was granted on a thing that no longer exists. */
    public void forget(Permission.On on, int majorId) {
        permissions = permissions.stream()
                .filter(p -> p.on() != on || p.majorId() != majorId)
                .toList();
        version.incrementAndGet();
    }

    /** Forgets what was granted on a column that no longer exists. */
    public void forgetColumn(int objectId, int columnId) {
        permissions = permissions.stream()
                .filter(p -> p.on() != Permission.On.OBJECT || p.majorId() != objectId || p.minorId() != columnId)
                .toList();
        version.incrementAndGet();
    }

    /** The principal itself, public, and every role it is in, directly or through another role. */
    public Set<Integer> closure(int principalId) {
        var all = new HashSet<Integer>();
        all.add(principalId);
        all.add(publicId());
        boolean grew = true;
        while (grew) {
            grew = false;
            for (var m : memberships) {
                if (all.contains(m.memberId()) && all.add(m.roleId())) {
                    grew = true;
                }
            }
        }
        return all;
    }

    private int publicId() {
        var p = byName("public");
        return p == null ? Principal.PUBLIC : p.id();
    }

    private static boolean sameSubject(Permission a, Permission b) {
        return a.on() == b.on()
                && a.majorId() == b.majorId()
                && a.minorId() == b.minorId()
                && a.granteeId() == b.granteeId()
                && a.name().equals(b.name());
    }
}
