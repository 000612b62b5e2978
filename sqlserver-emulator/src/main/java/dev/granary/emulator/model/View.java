package dev.granary.emulator.model;

import java.util.List;

/** A view with the columns its SELECT yields. */
public final class View extends Relation {

    private volatile Module module;
    private volatile boolean checkOption;
    private volatile boolean ledger;

    public View(Birth birth, List<Column> columns, Module module, boolean checkOption) {
        super(birth, ObjectType.VIEW, columns);
        this.module = module;
        this.checkOption = checkOption;
    }

    public Module module() {
        return module;
    }

    public boolean checkOption() {
        return checkOption;
    }

    /** Whether it shows a ledger table's changes. */
    public boolean ledger() {
        return ledger;
    }

    public void showsLedger() {
        ledger = true;
    }

    public void redefine(Module newModule, List<Column> columns, boolean newCheckOption) {
        module = newModule;
        checkOption = newCheckOption;
        replaceColumns(columns);
    }
}
