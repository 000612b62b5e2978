-- holds: table | kinds.typed_xml_one | columns | "xmlDocument":true,"xmlSchema":"kinds.forms"
CREATE XML SCHEMA COLLECTION kinds.forms AS N'<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:forms"><xsd:element name="form" type="xsd:string"/></xsd:schema>'
GO
CREATE TABLE kinds.typed_xml_one (a xml (DOCUMENT kinds.forms) NULL)
