-- holds: table | kinds.xml_index_one | indexes | "name":"sx_one","type":"xml","xml":{"primary":"px_one","type":"secondary_xml","using":"path"}
CREATE TABLE kinds.xml_index_one (id int NOT NULL CONSTRAINT pk_xml_index_one PRIMARY KEY CLUSTERED, doc xml NULL)
GO
CREATE PRIMARY XML INDEX px_one ON kinds.xml_index_one (doc)
GO
CREATE XML INDEX sx_one ON kinds.xml_index_one (doc) USING XML INDEX px_one FOR PATH
