package dev.granary.standalone.stores;

/** The passwords of the store's roles; none of them appears in this record's text. */
public record StorePasswords(String superuser, String owner, String harvester, String query) {

    @Override
    public String toString() {
        return "StorePasswords[hidden]";
    }
}
