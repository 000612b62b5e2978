package dev.granary.harvester.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenSecretTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Server=h;User ID=sa;Password=x",
                "User ID=sa;PASSWORD = \"x;y\";Server=h",
                "DSN=x;UID=sa;PWD={x}",
                "uid=sa;pwd=x",
                "DRIVER={MySQL};UserPassword=x",
                "host=h user=u passwd=x",
                "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=eA==",
                "Endpoint=sb://h/;SharedAccessKeyName=k;SharedAccessKey=eA==",
                "AccessToken=x",
                "client_secret: x",
                "https://store.example.com/c?sv=1&sig=x",
                "mongodb://reader:x@docs.example.com/db",
                "jdbc:postgresql://u:x@h:5432/db",
                "https://u:@h",
                "scott/tiger@ora.example.com:1521/xe",
                "scott/tiger@TNSNAME"
            })
    void withholdsWhatLooksLikeAPassword(String text) {
        assertThat(WrittenSecret.withhold(text)).isEqualTo("(withheld: it holds a password)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data.example.com\\SALES",
                "tcp:data.example.com,1433",
                "ora.example.com:1521/xe",
                "//ora.example.com:1521/xe",
                "https://store.example.com/c",
                "C:\\files\\keys.xls",
                "monkey",
                "max degree of parallelism",
                "someone@example.com",
                "(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=h)(PORT=1521)))"
            })
    void keepsNamesAndAddresses(String text) {
        assertThat(WrittenSecret.withhold(text)).isEqualTo(text);
    }
}
