package dev.granary.registry;

import dev.granary.secrets.Secret;

/** A login of one server; its password prints as stars. */
public record Credential(AuthenticationType type, String username, Secret password) {}
