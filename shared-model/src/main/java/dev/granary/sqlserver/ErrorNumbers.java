package dev.granary.sqlserver;

import java.util.HashMap;
import java.util.Map;

/** The engine's error numbers that mean something to a harvest; Microsoft documents them one by one. */
final class ErrorNumbers {
    private static final Map<Integer, Verdict> VERDICTS = new HashMap<>();

    static {
        put(Verdict.UNSUPPORTED, 195, 207, 208, 343, 2812, 4121, 15816, 40510, 40512, 40515, 40517, 40520);
        put(Verdict.DENIED, 229, 230, 262, 297, 300, 371, 916, 6004, 10011, 15247);
        put(Verdict.DATABASE_UNAVAILABLE, 911, 921, 922, 923, 924, 925, 926, 927, 928, 942, 945, 946, 948, 950, 952);
        put(Verdict.DATABASE_UNAVAILABLE, 954, 955, 959, 976, 978, 979, 982, 983, 988, 4060, 4064);
        put(Verdict.LOGIN, 17142, 18450, 18451, 18452, 18456, 18458, 18459, 18460, 18461, 18470, 18486, 18487, 18488);
        put(Verdict.LOGIN, 40532, 40615, 40914, 47073);
        put(Verdict.TRANSIENT, 615, 701, 802, 1204, 1205, 1221, 1222, 3960, 3961, 4221, 4891, 6005, 8645, 8651);
        put(Verdict.TRANSIENT, 10928, 10929, 10936, 40143, 40197, 40501, 40540, 40613, 49918, 49919, 49920);
        put(Verdict.LOST, 20, 64, 121, 233, 596, 10053, 10054, 10060);
    }

    private ErrorNumbers() {}

    private static void put(Verdict verdict, int... numbers) {
        for (int number : numbers) {
            VERDICTS.put(number, verdict);
        }
    }

    static Verdict verdict(int number) {
        return VERDICTS.getOrDefault(number, Verdict.OTHER);
    }

    /** Who must act and how, in words that hold nothing of the server's own message. */
    static String reason(int number) {
        return switch (number) {
            case 208 -> "the engine lacks a view that is read here; nothing to do, what it would tell stays unknown";
            case 207 -> "the engine lacks a column that is read here; nothing to do, what it would tell stays unknown";
            case 916 ->
                "the login may not enter the database; its administrator must grant CONNECT, or servers.yml "
                        + "exclude it";
            case 911 -> "the database does not exist, or was dropped during the harvest";
            case 942 -> "the database is offline; its administrator must bring it online, or servers.yml exclude it";
            case 4060 -> "the database cannot be opened: it does not exist, is offline, or the login may not enter it";
            case 4064 -> "the login's default database cannot be opened; its administrator must set another";
            case 978 -> "the replica takes only readers that say so; set applicationIntent: ReadOnly in servers.yml";
            case 976, 979, 982, 983 ->
                "the replica takes no readers now; harvest through the availability group's "
                        + "listener, or wait for it";
            case 924 -> "the database is in single-user mode and taken; wait, or have it set to multi-user";
            case 18456 -> "the login failed; check username and password in servers.yml and register again";
            case 18452 -> "the server does not take this kind of login; check that it allows SQL Server authentication";
            case 18470 -> "the login is disabled; the server's administrator must enable it";
            case 18486 -> "the login is locked out; the server's administrator must unlock it";
            case 18487, 18488 ->
                "the login's password has expired or must be changed; set a new one and register again";
            case 40615, 40914, 47073 -> "the server's firewall does not admit this address; its administrator must";
            case 1205 -> "chosen as deadlock victim; it is tried again";
            case 1222 -> "waited too long for a lock; it is tried again";
            default -> Reasons.of(verdict(number));
        };
    }
}
