USE [master]
GO
-- Case-sensitive: here Product and product are two tables
CREATE DATABASE [shop] COLLATE Latin1_General_100_CS_AS
GO
CREATE DATABASE [Web Archive [2019]]; 50% / "ä" 🛒] COLLATE German_PhoneBook_CI_AS
GO
