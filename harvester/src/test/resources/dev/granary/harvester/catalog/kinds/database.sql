-- holds: database | $database | database | "compatibilityLevel"

