-- holds: xml_schema_collection | kinds.orders | xmlSchemas | "urn:orders"
CREATE XML SCHEMA COLLECTION kinds.orders AS N'<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:orders"><xsd:element name="order" type="xsd:string"/></xsd:schema>'
