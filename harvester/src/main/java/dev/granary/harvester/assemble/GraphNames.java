package dev.granary.harvester.assemble;

/** Names that the system makes for graph tables end in 32 hexadecimal digits of its own, which differ in every database. */
final class GraphNames {

    private static final int DIGITS = 32;

    private GraphNames() {}

    static String withoutSuffix(String name) {
        int underscore = name.length() - DIGITS - 1;
        if (underscore <= 0 || name.charAt(underscore) != '_' || !isSystemStem(name.substring(0, underscore))) {
            return name;
        }
        for (int i = underscore + 1; i < name.length(); i++) {
            if (Character.digit(name.charAt(i), 16) < 0) {
                return name;
            }
        }
        return name.substring(0, underscore);
    }

    private static boolean isSystemStem(String stem) {
        return switch (stem) {
            case "graph_id",
                    "$node_id",
                    "$edge_id",
                    "$from_id",
                    "$to_id",
                    "from_obj_id",
                    "from_id",
                    "to_obj_id",
                    "to_id",
                    "GRAPH_UNIQUE_INDEX" -> true;
            default -> false;
        };
    }
}
