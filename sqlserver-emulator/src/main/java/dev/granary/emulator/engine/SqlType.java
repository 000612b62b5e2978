package dev.granary.emulator.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;

/** The types that results and parameters travel as, each with the Java class of its values. */
public enum SqlType {
    BIT(Boolean.class),
    TINYINT(Short.class),
    SMALLINT(Short.class),
    INT(Integer.class),
    BIGINT(Long.class),
    REAL(Float.class),
    FLOAT(Double.class),
    DECIMAL(BigDecimal.class),
    MONEY(BigDecimal.class),
    CHAR(String.class),
    VARCHAR(String.class),
    NCHAR(String.class),
    NVARCHAR(String.class),
    BINARY(byte[].class),
    VARBINARY(byte[].class),
    UNIQUEIDENTIFIER(UUID.class),
    DATE(LocalDate.class),
    TIME(LocalTime.class),
    DATETIME(LocalDateTime.class),
    DATETIME2(LocalDateTime.class),
    DATETIMEOFFSET(OffsetDateTime.class),
    /** Travels as the variant of its value's own class: String, Integer, Long, BigDecimal, Boolean, byte[], LocalDateTime, UUID. */
    SQL_VARIANT(Object.class);

    private final Class<?> javaClass;

    SqlType(Class<?> javaClass) {
        this.javaClass = javaClass;
    }

    public Class<?> javaClass() {
        return javaClass;
    }
}
