package dev.granary.harvester.source;

/** The harvest of a database ends between two statements, for a reason that is no fault of the source. */
public final class HarvestBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    public HarvestBroken(String code, String reason) {
        super(reason);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
