package dev.granary.harvester.assemble;

import java.util.Arrays;

/** Ids in four bytes each. They are mostly added in their order, which costs nothing; others are put in their place. */
final class IdSet {

    private int[] ids = new int[16];
    private int size;

    void add(int id) {
        int at = Arrays.binarySearch(ids, 0, size, id);
        if (at >= 0) {
            return;
        }
        int place = -at - 1;
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
        }
        System.arraycopy(ids, place, ids, place + 1, size - place);
        ids[place] = id;
        size++;
    }

    boolean contains(int id) {
        return size > 0 && Arrays.binarySearch(ids, 0, size, id) >= 0;
    }
}
