package dev.granary.harvester.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int|4|10|0|int",
                "bigint|8|19|0|bigint",
                "bit|1|1|0|bit",
                "nvarchar|100|0|0|nvarchar(50)",
                "nvarchar|-1|0|0|nvarchar(max)",
                "nchar|20|0|0|nchar(10)",
                "varchar|50|0|0|varchar(50)",
                "varchar|-1|0|0|varchar(max)",
                "char|1|0|0|char(1)",
                "varbinary|16|0|0|varbinary(16)",
                "varbinary|-1|0|0|varbinary(max)",
                "binary|8|0|0|binary(8)",
                "decimal|9|18|2|decimal(18,2)",
                "numeric|17|38|0|numeric(38,0)",
                "money|8|19|4|money",
                "float|8|53|0|float",
                "real|4|24|0|real",
                "datetime|8|23|3|datetime",
                "smalldatetime|4|16|0|smalldatetime",
                "date|3|10|0|date",
                "datetime2|8|27|7|datetime2(7)",
                "time|3|8|0|time(0)",
                "datetimeoffset|9|30|3|datetimeoffset(3)",
                "xml|-1|0|0|xml",
                "text|16|0|0|text",
                "ntext|16|0|0|ntext",
                "image|16|0|0|image",
                "sql_variant|8016|0|0|sql_variant",
                "uniqueidentifier|16|0|0|uniqueidentifier",
                "timestamp|8|0|0|timestamp",
                "sysname|256|0|0|sysname",
                "geography|-1|0|0|geography",
                "hierarchyid|892|0|0|hierarchyid",
            })
    void writesSystemTypesAsTransactSqlDoes(String name, int maxLength, int precision, int scale, String written) {
        assertThat(TypeName.of(null, name, maxLength, precision, scale)).isEqualTo(written);
    }

    @Test
    void writesUserDefinedTypesByTheirNameAlone() {
        assertThat(TypeName.of("dbo", "phone_number", 40, 0, 0)).isEqualTo("dbo.phone_number");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain|plain",
                "_x1$#@|_x1$#@",
                "Größe|Größe",
                "two words|[two words]",
                "a.b|[a.b]",
                "1st|[1st]",
                "#x|[#x]",
                "close]|[close]]]",
                "order|[order]",
                "Order|[Order]",
                "orders|orders",
            })
    void bracketsOnlyNamesThatAreNotRegular(String name, String written) {
        assertThat(RegularIdentifier.bracketedUnlessRegular(name)).isEqualTo(written);
    }

    @Test
    void bracketsTheEmptyName() {
        assertThat(RegularIdentifier.bracketedUnlessRegular("")).isEqualTo("[]");
    }
}
