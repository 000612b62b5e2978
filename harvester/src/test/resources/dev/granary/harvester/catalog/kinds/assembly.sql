-- holds: assembly | kinds_geo | assembly | "permissionSet":"safe_access"
CREATE ASSEMBLY kinds_geo FROM 0x4D5A WITH PERMISSION_SET = SAFE
