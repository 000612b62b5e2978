package dev.granary.harvester.assemble;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names as T-SQL writes them: as they are where they are regular identifiers, else in brackets. Source: the rules for regular identifiers and the reserved keywords of Transact-SQL. */
final class RegularIdentifier {

    private static final Set<String> RESERVED = Set.of("""
            add all alter and any as asc authorization backup begin between break browse bulk by cascade case check checkpoint close clustered
            coalesce collate column commit compute constraint contains containstable continue convert create cross current current_date
            current_time current_timestamp current_user cursor database dbcc deallocate declare default delete deny desc disk distinct
            distributed double drop dump else end errlvl escape except exec execute exists exit external fetch file fillfactor for foreign
            freetext freetexttable from full function goto grant group having holdlock identity identity_insert identitycol if in index inner
            insert intersect into is join key kill left like lineno load merge national nocheck nonclustered not null nullif of off offsets on
            open opendatasource openquery openrowset openxml option or order outer over percent pivot plan precision primary print proc
            procedure public raiserror read readtext reconfigure references replication restore restrict return revert revoke right rollback
            rowcount rowguidcol rule save schema securityaudit select semantickeyphrasetable semanticsimilaritydetailstable
            semanticsimilaritytable session_user set setuser shutdown some statistics system_user table tablesample textsize then to top tran
            transaction trigger truncate try_convert tsequal union unique unpivot update updatetext use user values varying view waitfor when
            where while with within writetext
            """.split("\\s+"));

    private RegularIdentifier() {}

    static String bracketedUnlessRegular(String name) {
        return isRegular(name) ? name : "[" + name.replace("]", "]]") + "]";
    }

    /** Null where either name is. */
    static @Nullable String qualified(@Nullable String schema, @Nullable String name) {
        return schema == null || name == null
                ? null
                : bracketedUnlessRegular(schema) + "." + bracketedUnlessRegular(name);
    }

    private static boolean isRegular(String name) {
        if (name.isEmpty() || !isStart(name.charAt(0))) {
            return false;
        }
        for (int i = 1; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isStart(c) && c != '@' && c != '#' && c != '$' && !Character.isDigit(c)) {
                return false;
            }
        }
        return !RESERVED.contains(name.toLowerCase(Locale.ROOT));
    }

    /** A leading {@code @} or {@code #} means a variable or a temporary object: as the name of a type it needs brackets. */
    private static boolean isStart(char c) {
        return Character.isLetter(c) || c == '_';
    }
}
