package dev.granary.harvester.assemble;

/** A section could not be read for a reason that is neither a missing right nor a missing view: the database's harvest ends here. */
public final class SectionFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final String section;
    private final String code;

    /** @param reason in plain words, fit for a person and free of secrets */
    public SectionFailure(String section, String code, String reason, Throwable cause) {
        super(reason, cause);
        this.section = section;
        this.code = code;
    }

    public String section() {
        return section;
    }

    public String code() {
        return code;
    }
}
