USE [master]
GO
-- Case-sensitive: here Product and product are two tables
CREATE DATABASE [shop] COLLATE Latin1_General_100_CS_AS
GO
CREATE DATABASE [web_archive] COLLATE German_PhoneBook_CI_AS
GO
-- Named only afterwards: files are named after the database when it is made, and no file may have this name
ALTER DATABASE [web_archive] MODIFY NAME = [Web Archive [2019]]; 50% / "ä" 🛒]
GO
