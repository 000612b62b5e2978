package dev.granary.emulator.session;

import java.util.ArrayList;
import java.util.List;

/** Finds the names in a declaration such as {@code @P0 decimal(10,2),@P1 int OUTPUT}. */
final class ParameterNames {

    private ParameterNames() {}

    /** The names in order, without their {@code @}. */
    static List<String> of(String declaration) {
        List<String> names = new ArrayList<>();
        int depth = 0;
        boolean expected = true;
        for (int i = 0; i < declaration.length(); i++) {
            char c = declaration.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (c == ',' && depth == 0) {
                expected = true;
            } else if (c == '@' && expected) {
                int end = i + 1;
                while (end < declaration.length() && !Character.isWhitespace(declaration.charAt(end))) {
                    end++;
                }
                names.add(declaration.substring(i + 1, end));
                expected = false;
            }
        }
        return names;
    }
}
