/**
 * Secrets: Fernet tokens under several keys, references that stand for a secret in YAML, and a type that never shows
 * one. The token format is the public Fernet specification, interchangeable with Python's {@code cryptography}.
 */
@NullMarked
package dev.granary.secrets;

import org.jspecify.annotations.NullMarked;
