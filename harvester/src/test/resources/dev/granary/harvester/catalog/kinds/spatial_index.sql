-- holds: table | kinds.spatial_one | indexes | "spatial":{"boundingBox":["0","-10","500","200.5"],"cellsPerObject":64,"grids":["low","low","medium","high"],"tessellation":"geometry_grid"}
CREATE TABLE kinds.spatial_one (id int NOT NULL CONSTRAINT pk_spatial_one PRIMARY KEY CLUSTERED, place geometry NULL)
GO
CREATE SPATIAL INDEX sp_one ON kinds.spatial_one (place) USING GEOMETRY_GRID
    WITH (BOUNDING_BOX = (0, -10, 500, 200.5), GRIDS = (LOW, LOW, MEDIUM, HIGH), CELLS_PER_OBJECT = 64)
