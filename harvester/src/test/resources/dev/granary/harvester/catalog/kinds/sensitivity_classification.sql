-- holds: table | kinds.classified_one | classification | {"column":"a","informationType":"Contact Info","label":"Confidential","rank":"medium"}
CREATE TABLE kinds.classified_one (a varchar(200) NULL)
GO
ADD SENSITIVITY CLASSIFICATION TO kinds.classified_one.a WITH (LABEL = 'Confidential', INFORMATION_TYPE = 'Contact Info', RANK = MEDIUM)
