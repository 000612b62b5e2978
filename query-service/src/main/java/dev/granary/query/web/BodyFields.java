package dev.granary.query.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the fields, texts all of them, of the JSON object that a body holds: those that may be left out, and those that may not. */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface BodyFields {

    String[] value() default {};

    String[] required() default {};
}
