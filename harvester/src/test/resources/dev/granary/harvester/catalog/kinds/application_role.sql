-- holds: application_role | kinds_application | principal | "defaultSchema":"kinds"
CREATE APPLICATION ROLE kinds_application WITH PASSWORD = 'Every-kind-1', DEFAULT_SCHEMA = kinds
