-- holds: table | kinds.external_one | table | {"external":{"dataSource":"kinds_lake","fileFormat":"kinds_parquet","location":"/sales/"}}
CREATE EXTERNAL DATA SOURCE kinds_lake WITH (LOCATION = 'abs://lake@store.blob.core.windows.net')
GO
CREATE EXTERNAL FILE FORMAT kinds_parquet WITH (FORMAT_TYPE = PARQUET)
GO
CREATE EXTERNAL TABLE kinds.external_one (a int NULL) WITH (LOCATION = '/sales/', DATA_SOURCE = kinds_lake, FILE_FORMAT = kinds_parquet)
