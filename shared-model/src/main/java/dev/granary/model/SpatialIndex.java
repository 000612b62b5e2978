package dev.granary.model;

import java.util.List;

/**
 * How a spatial index divides space.
 *
 * @param boundingBox xmin, ymin, xmax and ymax in decimal digits; empty for geography
 * @param grids the density of each level, such as {@code medium}; empty where the server chooses
 */
public record SpatialIndex(String tessellation, List<String> boundingBox, List<String> grids, int cellsPerObject) {

    public SpatialIndex {
        boundingBox = Lists.copy(boundingBox);
        grids = Lists.copy(grids);
    }
}
